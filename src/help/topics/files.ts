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
        ['.ai-runnerrc', 'What a project chooses, in its folder; see `ai trust`'],
        ['~/.ai-runner/sessions/', 'One file a session (0600, no secrets), in a folder for you alone (0700)'],
        ['~/.ai-runner/tmp/', 'Prompts and secrets on their way to a tool (0600), removed when it ends'],
        ['~/.ai-runner/secrets/', 'Keys that `ai config import` took over, one a file (0600)'],
        ['~/.ai-runner/trust/', 'What was decided about the files of projects'],
        [
          '~/.ai-runner/cache/',
          'Compiled code, checked configurations, flags and versions of the tools, completions; may be deleted',
        ],
        ['~/.ai-runner/update.json', 'When a newer version was looked for, and which there is'],
      ],
    },
  ],
};
