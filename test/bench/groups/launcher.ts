import { airun, NO_AIRUN } from './airun.ts';
import type { Group } from './group.ts';

const SHELLS = ['bash', 'zsh', 'fish'];

/** What the launcher answers; `--help` is the one that needs node. */
export const launcher: Group = {
  name: 'launcher',
  title: 'The launcher',
  prepare: (stage, settings) => ({
    scenarios: [
      ...SHELLS.map((shell) => ({
        id: `init-${shell}`,
        title: `ai init ${shell}`,
        argv: ['ai', 'init', shell],
      })),
      { id: 'version', title: 'ai --version', argv: ['ai', '--version'] },
      { id: 'help', title: 'ai --help', argv: ['ai', '--help'] },
      ...airun(stage, settings, 'version', ['ai', '--version']),
      ...airun(stage, settings, 'help', ['ai', '--help']),
    ],
    skipped: settings.airun === undefined ? [NO_AIRUN] : [],
  }),
};
