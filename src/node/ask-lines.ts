import { createInterface } from 'node:readline';
import { matches, type Question } from '../ask/question.ts';

const say = (text: string): void => void process.stderr.write(text);

/** The answer that a line gives: nothing for the first choice, a number, its value, or words that only it has. */
const answerOf = (line: string, { answers, initial }: Question): string | undefined => {
  const typed = line.trim();
  if (typed === '') return initial;
  const named = answers[Number(typed) - 1] ?? answers.find(({ value }) => value === typed);
  if (named) return named.value;
  const [found, ...others] = answers.filter((answer) => matches(typed, answer));
  return others.length === 0 ? found?.value : undefined;
};

/** A numbered list and a line to type, for terminals that can do no more; the end of input is no answer. */
export const askLines = async (question: Question): Promise<string | undefined> => {
  const { message, answers, initial } = question;
  const first = answers.findIndex(({ value }) => value === initial) + 1;
  const prompt = `Number or name [${first}]: `;
  say([`${message}:`, ...answers.map(({ label }, at) => `${at + 1}) ${label}`), prompt].join('\n'));
  const lines = createInterface({ input: process.stdin, terminal: false });
  try {
    for await (const line of lines) {
      const answer = answerOf(line, question);
      if (answer !== undefined) return answer;
      say(`Type a number from 1 to ${answers.length}, or words that one line alone has.\n${prompt}`);
    }
    say('\n');
    return undefined;
  } finally {
    lines.close();
  }
};
