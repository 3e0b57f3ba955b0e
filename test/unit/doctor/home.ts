import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EMPTY_CONFIG } from '../../../src/config/config.ts';
import type { Check, Finding } from '../../../src/doctor/finding.ts';
import type { KnownConfig } from '../../../src/status/configuration.ts';
import type { Env, World } from '../../../src/world.ts';
import { type Sandbox, sandbox } from '../sessions/world.ts';

/** A home to examine. */
export interface Home extends Sandbox {
  /** Writes a file below the home folder and returns its path. */
  plant(path: string, content: unknown, mode?: number): string;
}

/** A home folder with a working folder `w` in it. */
export const home = (env: Env = {}, changes: Partial<World> = {}): Home => {
  const box = sandbox({ env: { PATH: '', ...env }, ...changes });
  const work = join(box.home, 'w');
  mkdirSync(work);
  chmodSync(box.folder, 0o700);
  return {
    ...box,
    world: { ...box.world, cwd: () => work },
    plant: (path, content, mode = 0o600) => {
      const target = join(box.home, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, typeof content === 'string' ? content : JSON.stringify(content));
      chmodSync(target, mode);
      return target;
    },
  };
};

/** A configuration file that is not there. */
export const known = (parts: Partial<KnownConfig> = {}): KnownConfig => ({
  config: EMPTY_CONFIG,
  path: undefined,
  project: undefined,
  problems: [],
  hint: undefined,
  warnings: [],
  ...parts,
});

/** `level: thing` a line. */
export const shown = (findings: readonly Finding[]): string[] =>
  findings.map(({ level, thing }) => `${level}: ${thing}`);

/** What a check says about a home. */
export const found = async (check: Check, box: Home, parts: Partial<KnownConfig> = {}): Promise<string[]> =>
  shown(await check(box.world, known(parts)));
