import { type Terminal, terminal } from './pty.ts';
import { runProgram } from './run.ts';
import type { Sandbox } from './sandbox.ts';
import type { Shell } from './shells.ts';

/** A terminal in which TAB is pressed. */
export interface Completing {
  /** Types a line and TAB, and returns what the terminal showed; then clears the line. */
  readonly tab: (line: string) => Promise<string>;
  /** The same without the line itself, however often the shell draws it; empty where nothing was offered. */
  readonly offers: (line: string) => Promise<string>;
  /**
   * Types `airun`, the words and TAB, then Enter.
   * @returns the words that the program got, and what the terminal showed
   */
  readonly run: (words: string) => Promise<{ words: string[]; shown: string }>;
  readonly terminal: Terminal;
}

/** One TAB lists everything, and nothing is inserted but what all candidates have in common. */
const SETTINGS: Readonly<Record<Shell['name'], readonly string[]>> = {
  bash: [
    "bind 'set show-all-if-ambiguous on'",
    "bind 'set completion-query-items 0'",
    "bind 'set page-completions off'",
    "bind 'set bell-style none'",
  ],
  zsh: ['setopt no_auto_menu no_beep', 'LISTMAX=1000'],
  fish: [],
};

const KILL_LINE = '\x15';

/** No candidate has it: it shows that TAB has been dealt with. */
const MARK = '+';

/** The start-up lines that make completion available as most people have it. */
export const withInit = (shell: Shell): readonly string[] =>
  shell.name === 'zsh'
    ? ['autoload -Uz compinit; compinit -u -D', shell.source('ai init zsh')]
    : [shell.source(`ai init ${shell.name}`)];

/** Waits until the program has found candidates and keeps them; a slow machine is not what these tests are about. */
export const warm = (box: Sandbox, kind: string, word = ''): void => {
  for (let round = 0; round < 100; round += 1)
    if (runProgram(box, ['ai', 'completion', 'values', kind, word]).stdout !== '') return;
  throw new Error(`no candidates of the kind ${kind} for ${JSON.stringify(word)}`);
};

/** Opens a terminal in the working folder of the sandbox. Close its `terminal` in the end. */
export const completing = async (
  shell: Shell,
  box: Sandbox,
  startup: readonly string[] = withInit(shell),
): Promise<Completing> => {
  box.program('airun', `#!/bin/sh\nprintf 'got:'; printf '<%s>' "$@"; echo :end\n`);
  const term = terminal(shell, box, [...SETTINGS[shell.name], ...startup]);
  await term.ready();
  const tab = async (line: string): Promise<string> => {
    const start = term.shown().length;
    term.send(`${line}\t`);
    term.send(MARK);
    await term.waitFor(/\+/);
    const shown = term.shown().slice(start);
    term.send(`${KILL_LINE}\r`);
    await term.ready();
    return shown;
  };
  return {
    terminal: term,
    tab,
    offers: async (line) => {
      const shown = (await tab(line)).replaceAll(line.trim(), ' ').replaceAll(MARK, ' ');
      // zsh draws the first character twice.
      return shown
        .replace(/[\x00-\x20]+/g, ' ')
        .replace(/^a(?= |$)/, '')
        .trim();
    },
    run: async (words) => {
      const start = term.shown().length;
      term.send(`airun ${words}\t`);
      term.send('\r');
      const match = await term.waitFor(/got:([\s\S]*?):end/);
      await term.ready();
      const got = [...(match[1] ?? '').matchAll(/<([\s\S]*?)>(?=<|$)/g)].map(([, word = '']) => word);
      return { words: got, shown: term.shown().slice(start) };
    },
  };
};
