import { bash } from './shell-bash.ts';
import { fish } from './shell-fish.ts';
import { zsh } from './shell-zsh.ts';

export type ShellName = 'bash' | 'zsh' | 'fish';

/**
 * A real shell and the words of its language. Code is text in which one character is one byte (latin1), so any
 * byte string can stand in a script. Where a value is called an *expression* it is put between double quotes.
 */
export interface Shell {
  readonly name: ShellName;
  /** Absolute path of the program. */
  readonly path: string;
  /** Arguments that run a script file, or a text, without any start-up file. */
  readonly file: (path: string) => string[];
  readonly code: (text: string) => string[];
  /** Arguments of an interactive shell that reads the start-up file in the home folder. */
  readonly interactive: readonly string[];
  /** The start-up file, relative to the home folder, and what gives it the prompt `@STATUS> `. */
  readonly startup: string;
  readonly prompt: string;
  /** One word with exactly these bytes. */
  readonly quote: (value: string) => string;
  /** Evaluates the output of a command in the calling shell, as the manual tells users to. */
  readonly source: (command: string) => string;
  /** Holds the output of a command (its stderr thrown away) in `code`; `evaluate` then runs it. */
  readonly capture: (command: string) => string;
  readonly evaluate: string;
  readonly assign: (name: string, value: string) => string;
  readonly export: (name: string, value: string) => string;
  readonly unset: (name: string) => string;
  readonly func: (name: string, ...body: readonly string[]) => string;
  /** A command whose status says whether a function of that name exists. */
  readonly isFunction: (name: string) => string;
  readonly when: (condition: string, yes: string, no: string) => string;
  /** Runs commands in a child of the shell's own kind. */
  readonly child: (text: string) => string;
  /** Expressions: the last status, the process id, a variable, a variable or the word `UNSET`. */
  readonly status: string;
  readonly pid: string;
  readonly value: (name: string) => string;
  readonly orUnset: (name: string) => string;
  /** Prints `key=value`; robust against aliases, functions, options and IFS. */
  readonly say: (key: string, expression: string) => string;
  /** Writes the names of all variables and functions (in zsh also builtins, which modules bring), one a line. */
  readonly names: (file: string) => string;
  /** Writes everything that a session could disturb: variables, functions, options, traps, umask, aliases. */
  readonly snapshot: (file: string) => string;
  /** Drops from a snapshot what changes by itself from one command to the next. */
  readonly settle: (snapshot: string) => string;
}

/** What the launcher puts in front of the code of `ai env`: all that is left when node is killed. */
export const GUARD = '! \\:;\n';

/** Every shell that scenarios run in. */
export const SHELLS: readonly Shell[] = [bash, zsh, fish];

/** The shells with subshells, traps and the POSIX words. */
export const POSIX: readonly Shell[] = [bash, zsh];

export { bash, fish, zsh };

/** Starts a session in the calling shell. */
export const on = (shell: Shell, flags = '--aws --opus'): string => shell.source(`ai env ${flags}`);

/** The same in two steps, so that the evaluation can be looked at by itself. */
export const capture = (shell: Shell, flags = '--aws --opus'): string => shell.capture(`ai env ${flags}`);

/** Writes the environment that a child receives, NUL between the entries. */
export const dumpEnv = (shell: Shell, file: string): string =>
  `/usr/bin/env -0 ${shell.name === 'fish' ? '>' : '>|'} ${shell.quote(file)}`;
