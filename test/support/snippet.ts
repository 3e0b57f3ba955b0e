import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run.ts';
import type { Sandbox } from './sandbox.ts';
import type { Shell } from './shells.ts';

/** Code that `ai env` wrote once, for scenarios that evaluate the same code in many shells. */
export interface Snippet {
  /** The command that prints it, as `ai env …` did. */
  readonly command: string;
  /** The line that reads it from its file. */
  readonly load: string;
}

/** Generates the code of a group of tests in a shared sandbox. The object is filled in before the first test. */
export const useSnippet = (box: Sandbox, shell: Shell, flags = '--aws --opus'): Snippet => {
  const snippet = { command: '', load: '' };
  beforeAll(() => {
    const path = join(box.root, 'snippet');
    const { status, stdout } = runProgram(box, ['ai', 'env', ...flags.split(' '), '--shell', shell.name]);
    if (status !== 0) throw new Error(`ai env ${flags} failed`);
    writeFileSync(path, Buffer.from(stdout, 'latin1'));
    Object.assign(snippet, { command: `/bin/cat ${shell.quote(path)}`, load: `. ${shell.quote(path)}` });
  });
  return snippet;
};
