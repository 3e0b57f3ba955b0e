import { autocomplete, isCancel, updateSettings } from '@clack/prompts';
import { type Answer, matches, type Question } from '../ask/question.ts';

/** Columns of the sign in front of the message. */
const SIGN = 3;

/** Removes the last frame: an empty line, the message, which a narrow terminal breaks, and the answer. */
const erase = (message: string, columns: number): string =>
  `\x1b[${2 + Math.ceil((SIGN + message.length) / columns)}A\x1b[J`;

/** Readline ends its input at it, on which the package would wait for ever. */
const CTRL_D = '\x04';

/** A list to move and type in; nothing of it stays on the screen. */
export const askList = async ({ message, answers, initial }: Question): Promise<string | undefined> => {
  // The package takes its colours from stdout, which a shell is reading.
  if (process.stderr.getColorDepth() > 1) process.env.FORCE_COLOR = '1';
  updateSettings({ aliases: { [CTRL_D]: 'cancel' } });
  const value = await autocomplete({
    message,
    options: answers.map(({ value, label }) => ({ value, label })),
    initialValue: initial,
    filter: (typed, { value }) => matches(typed, answers.find((each) => each.value === value) as Answer),
    validate: (value) => (value === undefined ? 'Type other words; Esc leaves.' : undefined),
    input: process.stdin,
    output: process.stderr,
  });
  process.stderr.write(erase(message, process.stderr.columns));
  return isCancel(value) ? undefined : value;
};
