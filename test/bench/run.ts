import { accessSync, constants } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import type { Settings } from './groups/group.ts';
import { GROUPS } from './groups/index.ts';
import type { Measured, Run } from './model.ts';
import { type Options, WrongOptions } from './options.ts';
import { measure } from './rounds.ts';
import { isEmpty, selectScenarios } from './select.ts';
import { openStage } from './stage.ts';

const isThere = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const airunOf = ({ AIRUN_DIR: folder }: NodeJS.ProcessEnv): string | undefined => {
  if (!folder) return undefined;
  if (!isThere(join(folder, 'scripts/ai'))) throw new WrongOptions(`AIRUN_DIR=${folder}: no clone of airun`);
  return resolve(folder);
};

/** What the environment of the benchmark says. @throws WrongOptions when it names no clone of airun */
export const settingsOf = (env: NodeJS.ProcessEnv): Settings => ({
  airun: airunOf(env),
  has: (program) => (env.PATH ?? '').split(delimiter).some((folder) => isThere(join(folder, program))),
});

/** Who wants to know how far a run is. */
export interface Audience {
  /** A line about what is going on. */
  readonly tell: (line: string) => void;
  /** A group has been measured. */
  readonly show: (group: Measured) => void;
}

/**
 * Measures every selected group on one Node.js.
 *
 * @param node - its program
 * @param version - e.g. `v20.20.2`
 */
export const runOn = async (
  packageRoot: string,
  { node, version }: { readonly node: string; readonly version: string },
  { only, rounds }: Options,
  env: NodeJS.ProcessEnv,
  { tell, show }: Audience,
): Promise<Run> => {
  const settings = settingsOf(env);
  const groups: Measured[] = [];
  for (const group of GROUPS.filter(({ name }) => only.group.test(name))) {
    const stage = openStage(packageRoot, node, env.PATH ?? '');
    try {
      tell(`${version}: ${group.name}: preparing`);
      const prepared = await group.prepare(stage, settings);
      try {
        const progress = (round: number) => tell(`${version}: ${group.name}: round ${round} of ${rounds}`);
        const measured = await measure(stage, group, selectScenarios(prepared, only), rounds, progress);
        if (isEmpty(measured)) continue;
        groups.push(measured);
        show(measured);
      } finally {
        await prepared.close?.();
      }
    } finally {
      stage.remove();
    }
  }
  return { node: version, groups };
};
