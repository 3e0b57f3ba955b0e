import { EXIT } from '../../errors.ts';
import type { Topic } from './topic.ts';

/** What the exit status says. */
export const exitStatus: Topic = {
  name: 'exit-status',
  title: 'What the exit status says',
  intro: 'Once its tool has started, a run has the status of the tool.',
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
      title: 'Runs',
      rows: [
        ['127', 'The tool is not installed'],
        ['128 + n', 'Signal n ended it; 130 is Ctrl-C'],
      ],
    },
  ],
};
