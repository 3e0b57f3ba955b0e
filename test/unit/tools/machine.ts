import type { Stats } from 'node:fs';
import type { CommandOptions, CommandResult, Env, World } from '../../../src/world.ts';

/** A program or another file; `link` leads to another path. */
export interface FakeFile {
  readonly text?: string;
  readonly mode?: number;
  readonly link?: string;
  readonly folder?: boolean;
  readonly changed?: number;
}

export interface Machine {
  readonly files: Record<string, FakeFile>;
  readonly env?: Env;
  readonly home?: string | undefined;
  readonly cwd?: string | undefined;
  readonly packageDir?: string;
  /** stdout of a command line, or its failure. */
  readonly run?: (line: string, options: CommandOptions) => Partial<CommandResult>;
  readonly readOnly?: boolean;
}

const missing = (path: string): never => {
  throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });
};

/** A world with as much in it as looking for programs and caching their help takes. */
export const machine = ({ files, env, cwd, readOnly, run, ...rest }: Machine): World => {
  const follow = (path: string): string => {
    const { link } = files[path] ?? missing(path);
    return link === undefined ? path : follow(link);
  };
  const at = (path: string): FakeFile => files[follow(path)] ?? missing(path);
  return {
    env: env ?? { PATH: '/bin' },
    home: '/home/user',
    packageDir: '/opt/ai',
    ...rest,
    cwd: () => cwd,
    run: (argv: readonly string[], options: CommandOptions) => ({
      status: 0,
      stdout: '',
      stderr: '',
      ...run?.(argv.join(' '), options),
    }),
    files: {
      realpath: follow,
      read: (path: string) => at(path).text ?? '',
      stat: (path: string) => {
        const { mode = 0o755, text = '', folder, changed = 1 } = at(path);
        const size = Buffer.byteLength(text);
        return { isFile: () => !folder, mode, size, mtimeMs: changed } as Stats;
      },
      makeFolder: (path: string) => {
        if (readOnly) throw Object.assign(new Error(`EROFS: ${path}`), { code: 'EROFS' });
      },
      replace: (path: string, text: string) => {
        files[path] = { text, mode: 0o600 };
      },
    },
  } as unknown as World;
};
