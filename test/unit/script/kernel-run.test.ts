import { findKernelRun } from '../../../src/script/kernel-run.ts';
import { failure } from './failure.ts';

/** Files by name; what is not in it cannot be read. */
const reader =
  (files: Readonly<Record<string, string>>) =>
  (path: string): Buffer | undefined => {
    const text = files[path];
    return text === undefined ? undefined : Buffer.from(text);
  };

const FLAGS = "--aws --allowedTools 'Bash(npm test)' Read --max-turns 3";
const WORDS = ['--aws', '--allowedTools', 'Bash(npm test)', 'Read', '--max-turns', '3'];
const read = reader({
  './task.md': `#!/usr/bin/env -S ai ${FLAGS}\nHello`,
  './plain.md': '#!/usr/bin/env ai\nHello',
  './model.md': `#!/usr/bin/env -S ai --model \${MODEL} --x=a.\${B}\nHello`,
  './dashes.md': '#!/usr/bin/env -S ai --aws -- --max-turns 3\nHello',
  './crlf.md': '#!/usr/bin/ai --aws --opus\r\nHello',
  'README.md': '# Title',
  './bash.md': '#!/bin/bash\nHello',
});

describe('the words of the first line are taken once', () => {
  test.each([
    ['env -S, which splits as we do', WORDS],
    ['Linux without env, as one word', [FLAGS]],
    ['macOS, at blanks and with the quotes', FLAGS.split(' ')],
  ])('from %s', (_how, given) => {
    expect(findKernelRun([...given, './task.md', '--topic', 'x'], read)).toEqual({
      file: './task.md',
      words: WORDS,
      rest: ['--topic', 'x'],
    });
  });

  test.each([
    ['no words', ['./plain.md', '-p', 'x'], { file: './plain.md', words: [], rest: ['-p', 'x'] }],
    [
      'names that env filled in',
      ['--model', 'my model', '--x=a.7', './model.md'],
      { file: './model.md', words: ['--model', 'my model', '--x=a.7'], rest: [] },
    ],
    [
      'a -- of its own',
      ['--aws', '--', '--max-turns', '3', './dashes.md', '--opus'],
      { file: './dashes.md', words: ['--aws', '--', '--max-turns', '3'], rest: ['--opus'] },
    ],
    [
      'a carriage return',
      ['--aws --opus\r', './crlf.md'],
      { file: './crlf.md', words: ['--aws', '--opus'], rest: [] },
    ],
  ])('with %s', (_what, argv, run) => {
    expect(findKernelRun(argv, read)).toEqual(run);
  });
});

test.each([
  ['other flags than the file has', ['--opus', './task.md']],
  ['more flags than the file has', ['--opus', ...WORDS, './task.md']],
  ['fewer flags than the file has', ['--aws', './task.md']],
  ['flags where the file has none', ['--aws', './plain.md']],
  ['a character in the place of a dot', ['--model', 'x', '--x=ab7', './model.md']],
  ['names that env filled in elsewhere', ['--model', 'x', '--x=b.7', './model.md']],
  ['a prompt that ends like a file', ['--aws', '-p', 'explain README.md']],
  ['a prompt that is a file', ['--aws', '-p', 'README.md']],
  ['a word that is a command elsewhere', ['--aws', '-p', 'update']],
  ['a file of another program', ['./bash.md']],
  ['nothing', []],
])('a command line with %s did not come from the kernel', (_what, argv) => {
  expect(findKernelRun(argv, read)).toBeUndefined();
});

test('flags are never opened', () => {
  const opened: string[] = [];
  findKernelRun(['--aws', '', '-p', './plain.md'], (path) => {
    opened.push(path);
    return undefined;
  });
  expect(opened).toEqual(['./plain.md']);
});

test('a broken first line is told', async () => {
  const broken = reader({ './a.md': "#!/usr/bin/env -S ai 'x\n" });
  expect((await failure(() => findKernelRun(["'x", './a.md'], broken))).message).toBe(
    './a.md:1: a quote in the first line is not closed',
  );
});
