import { COMMAND_NAMES } from '../command-names.ts';
import { UsageError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import { PROVIDERS } from '../providers/index.ts';
import { spelled } from '../text/spelled.ts';
import type { KnownFlags } from '../tools/known-flags.ts';
import type { Item } from './arg-items.ts';
import { OURS } from './arg-word.ts';

const BEHIND_DASHES = 'Words behind -- go to the tool as they are.';

/** `--bedrock` is near to no flag, but the name of a provider says which one it means. */
const providerFlag = (name: string): string | undefined => {
  const titled = PROVIDERS.find(({ title }) => title.toLowerCase().split(' ').includes(name.toLowerCase()));
  return titled && `--${titled.flags[0]}`;
};

const guess = (name: string, known: readonly string[]): string | undefined => {
  const names = known.filter((word) => word.startsWith('--')).map((word) => word.slice(2));
  const found = nearest(name, names);
  return found === undefined ? providerFlag(name) : spelled(found);
};

/**
 * A flag that is not ours, the script's or the tool's.
 * @param script the script's flags
 */
export const unknownFlag = (
  { name }: Item,
  script: readonly string[],
  { flags, problem }: KnownFlags,
): UsageError => {
  if (/\s/.test(name)) {
    return new UsageError(
      `${JSON.stringify(name)} is one word`,
      'A `#!` line needs `/usr/bin/env -S ai` to pass several.',
    );
  }
  const flag = guess(name.replace(/^-+/, ''), [...OURS.keys(), ...script, ...flags.keys()]);
  const hints = [
    ...(flag === undefined ? [] : [`did you mean ${flag}?`]),
    ...(problem === undefined ? [] : [`${problem}, so its flags are not known.`]),
    BEHIND_DASHES,
  ];
  return new UsageError(`unknown flag ${name}`, hints.join('\n'));
};

/** A tool's or a script's flag at the end of the words, or before another flag. */
export const missingValue = ({ name }: Item): UsageError =>
  new UsageError(`${name} needs a value`, `One that looks like a flag is written ${name}=VALUE.`);

const misspelt = (word: string): string => {
  const guess = nearest(word, COMMAND_NAMES);
  return guess === undefined ? '' : `did you mean \`ai ${guess}\`?\n`;
};

/** A word that belongs to no flag and is not the prompt file. @param file the prompt file, if there is one */
export const strayWord = (word: string, file: string | undefined): UsageError =>
  file === undefined
    ? new UsageError(
        `${JSON.stringify(word)} is neither a command nor a flag nor a file`,
        `${misspelt(word)}Name a prompt file, or pipe the prompt.\n${BEHIND_DASHES}`,
      )
    : new UsageError(
        `${JSON.stringify(word)} belongs to no flag, and ${file} is the prompt file`,
        `Give the script's variables as --name VALUE.\n${BEHIND_DASHES}`,
      );
