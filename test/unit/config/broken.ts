import { failure, loadText } from './home.ts';

/** A wrong file: what is wrong, its text, and the messages behind the file's name. */
export type BrokenFile = readonly [what: string, text: string, message: string | string[]];

/** How a secret may be named, as messages list it. */
export const SECRET_FORMS = '{env: NAME}, {command: [PROGRAM, ARGUMENT]}, {file: PATH} or {keychain: NAME}';

/** Loads the text and expects these messages, a line each, and the general remedy. */
export const expectMessage = async (text: string, message: string | string[]): Promise<void> => {
  const lines = [message].flat().map((line) => `~/.ai-runnerrc${line}`);
  expect(await failure(() => loadText(text))).toEqual({
    message: lines.join('\n'),
    hint: 'Correct the file; `ai config validate` checks it again.',
  });
};
