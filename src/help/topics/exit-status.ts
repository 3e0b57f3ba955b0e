import { EXIT } from '../../errors.ts';
import type { Topic } from './topic.ts';

/** What the exit status says. */
export const exitStatus: Topic = {
  name: 'exit-status',
  title: 'What the exit status says',
  sections: [
    {
      title: 'Every command',
      rows: [
        [`${EXIT.ok}`, 'It worked'],
        [`${EXIT.failed}`, 'It did not: stderr says why, and what to do'],
        [`${EXIT.usage}`, 'The command line was wrong; nothing was done'],
      ],
    },
    {
      title: 'A run has the status of its tool, and',
      rows: [
        ['127', 'The tool is not installed'],
        ['128 + n', 'Signal n ended it; 130 is Ctrl-C'],
      ],
    },
  ],
};
