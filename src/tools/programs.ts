import type { ToolId } from '../plan/selection.ts';
import type { Arity } from './known-flags.ts';

/** A tool as a program: its name on PATH, the words that make it list its flags, and what it says wrong or not at all. */
export interface Program {
  readonly name: string;
  /** The command that installs it. */
  readonly install: string;
  readonly help: readonly (readonly string[])[];
  readonly unlisted: Readonly<Record<string, Arity>>;
}

/**
 * Flags of Claude Code that `claude --help` leaves out (code.claude.com, "CLI reference"). `-p` has no value of its own, but
 * the word behind it is the prompt.
 */
const CLAUDE: Readonly<Record<string, Arity>> = {
  '-p': 'text',
  '--print': 'text',
  '--advisor': 'one',
  '--append-subagent-system-prompt': 'one',
  '--append-system-prompt-file': 'one',
  '--channels': 'many',
  '--dangerously-load-development-channels': 'many',
  '--init': 'none',
  '--init-only': 'none',
  '--maintenance': 'none',
  '--max-thinking-tokens': 'one',
  '--max-turns': 'one',
  '--permission-prompt-tool': 'one',
  '--prefill': 'one',
  '--rc': 'optional',
  '--remote': 'optional',
  '--resume-session-at': 'one',
  '--rewind-files': 'one',
  '--system-prompt-file': 'one',
  '--task-budget': 'one',
  '--teleport': 'optional',
  '--thinking': 'one',
  '--thinking-display': 'one',
};

/** The tools as programs. Codex runs a prompt with a command of its own, which has further flags. */
export const PROGRAMS: Readonly<Record<ToolId, Program>> = {
  cc: {
    name: 'claude',
    install: 'npm install -g @anthropic-ai/claude-code',
    help: [['--help']],
    unlisted: CLAUDE,
  },
  codex: {
    name: 'codex',
    install: 'npm install -g @openai/codex',
    help: [['--help'], ['exec', '--help']],
    unlisted: { '--yolo': 'none' },
  },
};
