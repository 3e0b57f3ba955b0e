import type { Flag } from '../flags.ts';
import { SELECTION_FLAGS } from '../plan/flags.ts';
import { STDIN_POSITIONS } from './request.ts';

/** Claude Code's ways to show teammates (code.claude.com, "Agent teams"). */
const TEAMMATE_MODES = ['auto', 'in-process', 'tmux', 'iterm2'];

const PERMISSION_FLAGS: readonly Flag[] = [
  {
    names: ['skip'],
    summary: 'The tool asks for no permission',
    group: 'Permissions',
    excludes: ['bypass', 'auto'],
  },
  {
    names: ['bypass'],
    summary: 'The tool starts in its mode without permission checks',
    group: 'Permissions',
    excludes: ['auto'],
  },
  { names: ['auto'], summary: "The tool's own reviewer grants permissions", group: 'Permissions' },
];

const DEFAULT_FLAGS: readonly Flag[] = [
  {
    names: ['set-default'],
    summary: 'Keep this choice as the default',
    group: 'Default',
    excludes: ['clear-default'],
  },
  { names: ['clear-default'], summary: 'Forget the default that was kept', group: 'Default' },
];

/** What a run takes beside the flags that every session takes. */
const RUN_FLAGS: readonly Flag[] = [
  ...PERMISSION_FLAGS,
  { names: ['live'], summary: 'Show what happens while it happens', group: 'Run' },
  { names: ['quiet', 'q'], summary: 'No lines of ours on stderr', group: 'Run' },
  {
    names: ['stdin-position'],
    value: 'PLACE',
    choices: STDIN_POSITIONS,
    summary: 'Put piped text before or after the prompt',
    group: 'Run',
  },
  {
    names: ['fallback'],
    value: 'LIST',
    summary: 'Providers to go on with, in order, separated by commas',
    group: 'Run',
    completes: 'providers',
  },
  {
    names: ['teammate-mode'],
    value: 'MODE',
    choices: TEAMMATE_MODES,
    summary: 'Where teammates are shown',
    group: 'Tool',
  },
  ...DEFAULT_FLAGS,
  {
    names: ['dry-run'],
    summary: 'Show what would run and change, secrets masked',
    excludes: ['set-default', 'clear-default'],
  },
  { names: ['help', 'h'], summary: 'Show help; behind a script, its variables' },
  { names: ['version'], summary: 'Show the version' },
];

/** Every flag of ours that a run understands. */
export const FLAGS: readonly Flag[] = [...SELECTION_FLAGS, ...RUN_FLAGS];
