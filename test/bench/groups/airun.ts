import { join } from 'node:path';
import type { Scenario } from '../model.ts';
import type { Stage } from '../stage.ts';
import type { Settings } from './group.ts';

export const NO_AIRUN = 'skipped: airun (set AIRUN_DIR to a clone of it)';

/** A command of airun with a home of its own, or nothing without a clone. */
export const airun = (
  stage: Stage,
  { airun: clone }: Settings,
  id: string,
  argv: readonly [string, ...string[]],
  files: Readonly<Record<string, string>> = {},
): Scenario[] => {
  if (clone === undefined) return [];
  const [command, ...words] = argv;
  return [
    {
      id: `airun-${id}`,
      title: `airun: ${argv.join(' ')}`,
      argv: [join(clone, 'scripts', command), ...words],
      // It would ask GitHub for a newer version.
      env: { HOME: stage.home(`airun-${id}`, files), AI_NO_UPDATE_CHECK: '1' },
    },
  ];
};
