import { endOfCommand } from './skip.ts';
import { readWord } from './word.ts';

/** A variable as a file sets it. */
export interface Setting {
  readonly value: string;
  /** Counted from 1. */
  readonly line: number;
}

/** A line that was not taken, and why. */
export interface Refusal {
  readonly line: number;
  /** The variable that it would have set. */
  readonly name?: string;
  readonly reason: string;
}

/** What a file of shell assignments sets, and the lines of it that were not taken. */
export interface ShellSettings {
  readonly values: ReadonlyMap<string, Setting>;
  readonly refusals: readonly Refusal[];
}

const ASSIGNMENT = /^(?:export[ \t]+)?([A-Za-z_]\w*)=/;
const UNSET = /^unset[ \t]+(?:-v[ \t]+)?([A-Za-z_][\w \t]*)$/;
const OPENS = /^(?:(?:if|for|while|until|case|select|function)\b|[\w-]+[ \t]*\(\)|[{(])/;
const CLOSES = /^(?:(?:fi|done|esac)\b|[})])/;
const CLOSED = /(?:\b(?:fi|done|esac)|[})])[ \t;]*$/;

/** What may follow a value: nothing, a semicolon, a comment. */
const isEnd = (rest: string): boolean => /^[ \t]*;?[ \t]*$|^[ \t;]+#/.test(rest);

interface Reading {
  readonly values: Map<string, Setting>;
  readonly refusals: Refusal[];
  /** How many conditions, loops and functions are open. */
  depth: number;
}

/** What a line that is not taken might have set is not known any more. */
const refuse = (reading: Reading, refusal: Refusal): void => {
  if (refusal.name !== undefined) reading.values.delete(refusal.name);
  reading.refusals.push(refusal);
};

/** @returns what follows the value on its line */
const assign = (reading: Reading, command: string, line: number, home: string | undefined): string => {
  const [start = '', name = ''] = ASSIGNMENT.exec(command) ?? [];
  const { value, reason, end } = readWord(command, start.length, home);
  const wrong =
    reason ??
    (reading.depth > 0 ? 'it stands in a condition, a loop or a function' : undefined) ??
    (isEnd(command.slice(end)) ? undefined : 'more than a value stands on its line') ??
    (/[\x00-\x1f\x7f-\x9f]/.test(value) ? 'its value has several lines or control characters' : undefined);
  if (wrong !== undefined) refuse(reading, { line, name, reason: wrong });
  else if (value === '') reading.values.delete(name);
  else reading.values.set(name, { value, line });
  return command.slice(end);
};

const follow = (reading: Reading, command: string, line: number): void => {
  const names = UNSET.exec(command)?.[1];
  if (names !== undefined) {
    for (const name of names.split(/[ \t]+/)) reading.values.delete(name);
    return;
  }
  if (OPENS.test(command) && !CLOSED.test(command)) reading.depth += 1;
  else if (CLOSES.test(command)) reading.depth = Math.max(0, reading.depth - 1);
  refuse(reading, { line, reason: 'it is no assignment' });
};

const hereDocument = (line: number): Refusal => ({
  line,
  reason: 'a here-document: it and nothing below it was read',
});

/** @returns as much of the command as is none of a value */
const perform = (reading: Reading, command: string, line: number, home: string | undefined): string => {
  if (command === '' || command.startsWith('#')) return '';
  if (ASSIGNMENT.test(command)) return assign(reading, command, line, home);
  follow(reading, command, line);
  return command;
};

/**
 * The variables that a file of shell assignments sets, last one wins. Nothing is executed: what a shell would have to run
 * or look up is not taken. `$HOME` and `~` are the home folder.
 */
export const readSettings = (text: string, home: string | undefined): ShellSettings => {
  const source = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const reading: Reading = { values: new Map(), refusals: [], depth: 0 };
  let line = 1;
  for (let at = 0; at < source.length; ) {
    const end = endOfCommand(source, at);
    const command = source.slice(at, end).trim();
    const rest = perform(reading, command, line, home);
    if (rest.includes('<<')) {
      refuse(reading, hereDocument(line));
      break;
    }
    line += source.slice(at, end + 1).split('\n').length - 1;
    at = end + 1;
  }
  return reading;
};
