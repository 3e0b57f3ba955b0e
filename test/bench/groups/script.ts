import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { airun, NO_AIRUN } from './airun.ts';
import type { Group } from './group.ts';

/** A prompt file, with a tool that does nothing. */
export const script: Group = {
  name: 'script',
  title: 'ai script.md with an empty tool',
  prepare: (stage, settings) => {
    writeFileSync(join(stage.root, 'script.md'), 'Say hello.\n');
    const argv = ['ai', '--aws', '--opus', 'script.md'] as const;
    return {
      scenarios: [
        { id: 'tool', title: 'the empty tool alone', argv: ['claude'] },
        { id: 'script', title: 'ai --aws --opus script.md', argv, env: { HOME: stage.home('script') } },
        ...airun(stage, settings, 'script', argv),
      ],
      skipped: settings.airun === undefined ? [NO_AIRUN] : [],
    };
  },
};
