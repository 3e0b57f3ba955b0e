import { CONFIG_NAMES } from '../../config/paths.ts';
import type { Topic } from './topic.ts';

/** The files that are ours. */
export const files: Topic = {
  name: 'files',
  title: 'Files that AI Runner reads and writes',
  intro: 'No file is ever executed, and nothing is written to ~/.claude or ~/.codex.',
  sections: [
    {
      title: 'Yours',
      rows: [
        [
          `~/${CONFIG_NAMES[0]}`,
          `The configuration; also ${CONFIG_NAMES.slice(1).join(', ')}. See ai-runnerrc(5)`,
        ],
        ['~/.ai-runner/sessions/', 'One file a session (0600, no secrets), in a folder for you alone (0700)'],
        ['~/.ai-runner/tmp/', 'Prompts and secrets on their way to a tool (0600), removed when it ends'],
      ],
    },
  ],
};
