import { openScript } from '../../../src/script/first-line.ts';
import { failure } from './failure.ts';

const opened = (text: string | Buffer) => openScript(Buffer.from(text), 'task.md');

const OURS: readonly [line: string, words: string[]][] = [
  ['#!/usr/bin/env ai', []],
  ['#!/usr/bin/env -S ai --aws --opus --live', ['--aws', '--opus', '--live']],
  ['#!/usr/bin/env -S airun --aws', ['--aws']],
  ['#!/usr/bin/env ai --ollama --haiku', ['--ollama', '--haiku']],
  ['#! /usr/bin/env  -S   ai\t--aws ', ['--aws']],
  ['#!/usr/bin/env -Sai --aws', ['--aws']],
  ['#!/usr/bin/env -vS ai --aws', ['--aws']],
  ['#!/usr/bin/env -iS ai --aws', ['--aws']],
  ['#!/usr/bin/env --split-string=ai --aws', ['--aws']],
  ['#!/usr/bin/env --split-string ai --aws', ['--aws']],
  ['#!/usr/bin/env -S -i ai --aws', ['--aws']],
  ['#!/usr/bin/env -S -i PATH=/usr/bin ai --aws', ['--aws']],
  ['#!/usr/bin/env -S NOTE="a b" X=\'ai --x\' ai --aws', ['--aws']],
  ['#!/usr/bin/env -S -u ai -uB --unset=C -C /tmp -- ai --aws', ['--aws']],
  ['#!/usr/bin/env -S /opt/my/bin/ai --aws', ['--aws']],
  ['#!/usr/bin/env -S "ai" --aws', ['--aws']],
  ['#!/usr/local/bin/ai --aws --opus', ['--aws', '--opus']],
  ['#!/opt/airun --aws', ['--aws']],
  ['#!/usr/bin/env -S ai run --aws', ['--aws']],
  ['#!/usr/bin/env -S ai runner', ['runner']],
  [
    "#!/usr/bin/env -S ai --allowedTools 'Bash(npm test)' 'Read'",
    ['--allowedTools', 'Bash(npm test)', 'Read'],
  ],
  ['#!/usr/bin/env -S ai --aws -- --max-turns 3', ['--aws', '--', '--max-turns', '3']],
  ['#!/usr/bin/env -S ai --model `touch x` $(touch y)', ['--model', '`touch', 'x`', '$(touch', 'y)']],
];

describe('a first line that runs us', () => {
  test.each(OURS)('%s', (line, words) => {
    expect(opened(`${line}\nHello\n`)).toMatchObject({
      shebang: { words },
      foreign: false,
      text: 'Hello\n',
      line: 2,
    });
  });

  test.each([
    ['a carriage return', '#!/usr/bin/env -S ai --aws\r\nHello\r\n', 'Hello\r\n'],
    ['a byte order mark', '\uFEFF#!/usr/bin/env -S ai --aws\nHello', 'Hello'],
    ['nothing behind it', '#!/usr/bin/env -S ai --aws', ''],
  ])('is taken off with %s', (_what, text, rest) => {
    expect(opened(text)).toMatchObject({ shebang: { words: ['--aws'] }, text: rest });
  });

  test('with an open quote is an error', async () => {
    expect(await failure(() => opened("#!/usr/bin/env -S ai --model 'x\n"))).toEqual({
      message: 'task.md:1: a quote in the first line is not closed',
      hint: 'Close it, or put a backslash before it.',
      code: 1,
    });
  });
});

describe('another first line stays', () => {
  test.each([
    '#!/bin/bash',
    '#!/usr/bin/env bash',
    '#!/usr/bin/env -S node ai --aws',
    '#!/usr/bin/env',
    '#!/usr/bin/env -S',
    '#!/usr/bin/env -S FOO=ai',
    '#!/usr/bin/aix --aws',
    '#!ai --aws',
    '#!',
    '#!important',
  ])('%s', (line) => {
    const text = `${line}\nHello\n`;
    expect(opened(text)).toEqual({ shebang: undefined, foreign: true, text, line: 1 });
  });

  test.each(['# Title\nHello', '', 'ai --aws', ' #!/usr/bin/env ai'])('%j is prompt', (text) => {
    expect(opened(text)).toEqual({ shebang: undefined, foreign: false, text, line: 1 });
  });
});

test('every byte of the rest survives', () => {
  const bytes = Buffer.from([...Array(256).keys()]);
  const { text } = opened(Buffer.concat([Buffer.from('#!/usr/bin/env ai\n'), bytes]));
  expect(Buffer.from(text, 'latin1')).toEqual(bytes);
});
