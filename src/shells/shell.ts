import type { Snippet } from './snippet.ts';

/** The shells that `ai env` writes for. */
export const SHELL_IDS = ['bash', 'zsh', 'fish', 'sh'] as const;
/** One of {@link SHELL_IDS}. */
export type ShellId = (typeof SHELL_IDS)[number];

/** The shell files of one shell by name, comments removed: `session`, `tail`, `again`, … */
export type Runtime = (file: string) => string;

/** One shell: how a session, a second look and an exit status are written in its language. */
export interface Shell {
  readonly id: ShellId;
  quote(word: string): string;
  /** The text that starts the session. */
  start(snippet: Snippet, runtime: Runtime): string;
  /** The text that runs the generator `argv` again as the shell would be without its session. */
  again(argv: readonly string[], runtime: Runtime): string;
  /** The text that ends the session of the shell, if it has one. */
  end(runtime: Runtime): string;
  /** The text that changes nothing and leaves this exit status. */
  fail(status: number): string;
}
