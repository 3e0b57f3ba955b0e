import type { Stats } from 'node:fs';
import type { Env, Files, HttpAnswer, World } from '../../../src/world.ts';

/** A file by its content, or something at that path that must not be opened. */
export type FakeFile = string | { readonly size: number } | 'FIFO' | 'FOLDER';

export interface FakeMachine {
  readonly files?: Readonly<Record<string, FakeFile>>;
  readonly env?: Env;
  readonly home?: string | undefined;
  readonly platform?: NodeJS.Platform;
  readonly get?: (url: string, timeoutMs: number) => HttpAnswer | undefined;
}

const isRegular = (file: FakeFile): boolean => file !== 'FIFO' && file !== 'FOLDER';

const filesOf = (files: Readonly<Record<string, FakeFile>>): Pick<Files, 'read' | 'stat'> => {
  const at = (path: string): FakeFile => {
    const file = files[path];
    if (file === undefined) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });
    return file;
  };
  return {
    read: (path) => {
      const file = at(path);
      if (typeof file === 'string' && isRegular(file)) return file;
      throw new Error(`${path} must not be opened`);
    },
    stat: (path) => {
      const file = at(path);
      const size = typeof file === 'string' ? file.length : file.size;
      return { isFile: () => isRegular(file), size } as Stats;
    },
  };
};

/** As much of a world as the facts look at; a file that must not be opened throws when it is. */
export const fakeWorld = ({ files = {}, env = {}, home, platform = 'linux', get }: FakeMachine): World =>
  ({
    env,
    home,
    platform,
    files: filesOf(files),
    get: (url: string, timeoutMs: number) => Promise.resolve(get?.(url, timeoutMs)),
  }) as unknown as World;
