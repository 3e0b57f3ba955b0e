import { autocomplete, isCancel } from '@clack/prompts';
import { type Answer, matches, type Question } from '../ask/question.ts';

/** Lines of the last frame: an empty one, the message, the answer. */
const LAST_FRAME = 3;
const erase = (lines: number): string => `\x1b[${lines}A\x1b[J`;

/** A list to move and type in; nothing of it stays on the screen. */
export const askList = async ({ message, answers, initial }: Question): Promise<string | undefined> => {
  // The package takes its colours from stdout, which a shell is reading.
  if (process.stderr.getColorDepth() > 1) process.env.FORCE_COLOR = '1';
  const value = await autocomplete({
    message,
    options: answers.map(({ value, label }) => ({ value, label })),
    initialValue: initial,
    filter: (typed, { value }) => matches(typed, answers.find((each) => each.value === value) as Answer),
    input: process.stdin,
    output: process.stderr,
  });
  process.stderr.write(erase(LAST_FRAME));
  return isCancel(value) ? undefined : value;
};
