import { spawn } from 'node:child_process';
import { fakeTool, inWork, ownProvider } from '../support/fake-tool.ts';
import { ai, expectClean, type RunEnd, startAi } from '../support/run-sandbox.ts';
import { useSandbox } from '../support/sandbox.ts';

const box = useSandbox({ env: { OWN_KEY: 'own-key' } });

const HEADLINE = 'ai: Claude Code · Anthropic API · claude-opus-5-5 · API key · paid by: api\n';

/** The arguments that the tool got. */
const args = (): string[] => box.read('args').trimEnd().split('\n');
const DONE = { status: 0, stdout: 'done\n' };

beforeEach(() => {
  ownProvider(box);
  fakeTool(box);
});

afterEach(() => expectClean(box));

describe('a file that is executed', () => {
  const execute = (text: string, ...words: readonly string[]): Promise<RunEnd> => {
    inWork(box, 'task.md', text, 0o755);
    return ai(box, words, { program: './task.md' });
  };

  test.each([
    ['its flags are ours', '#!/usr/bin/env -S ai --apikey --haiku\nhello\n', [], 'hello\n', ['-p']],
    [
      'flags of the tool come once and keep their quotes',
      `#!/usr/bin/env -S ai --apikey --allowedTools 'Bash(npm test)' 'Read' --max-turns 3\nhello\n`,
      [],
      'hello\n',
      ['-p', '--allowedTools', 'Bash(npm test)', 'Read', '--max-turns', '3'],
    ],
    [
      'what is typed comes behind',
      '#!/usr/bin/env -S ai --apikey --max-turns 3\nhello\n',
      ['--continue'],
      'hello\n',
      ['-p', '--max-turns', '3', '--continue'],
    ],
    [
      'its variables have defaults and values',
      '#!/usr/bin/env -S ai --apikey\n---\nvars:\n  topic: dogs\n  size:\n---\n{{topic}} {{ size }} {{other}}\n',
      ['--size', 'R&D "$x" `y` \\1 {{topic}}'],
      'dogs R&D "$x" `y` \\1 {{topic}} {{other}}\n',
      ['-p'],
    ],
    [
      'its front matter decides what the flags leave open',
      '#!/usr/bin/env ai\n---\nprovider: apikey\ntier: sonnet\n---\nhello\n',
      [],
      'hello\n',
      ['-p'],
    ],
  ])('%s', async (_name, text, words, prompt, passed) => {
    expect(await execute(text, ...words)).toMatchObject(DONE);
    expect(box.read('stdin')).toBe(prompt);
    expect(args()).toEqual(passed);
  });

  test('says what runs, where and who pays on stderr only', async () => {
    const { stdout, stderr } = await execute('#!/usr/bin/env -S ai --apikey\nhello\n');
    expect([stdout, stderr]).toEqual(['done\n', HEADLINE]);
    const quiet = await execute('#!/usr/bin/env -S ai --apikey -q\nhello\n');
    expect([quiet.stdout, quiet.stderr]).toEqual(['done\n', '']);
  });

  test('a flag on the command line is stronger than the first line, and that than the front matter', async () => {
    const text = '#!/usr/bin/env -S ai --sonnet\n---\nprovider: apikey\ntier: haiku\n---\nhello\n';
    expect((await execute(text)).stderr).toContain('claude-sonnet-5-5');
    expect((await execute(text, '--opus')).stderr).toContain('claude-opus-5-5');
  });

  test('--help shows its variables and runs nothing', async () => {
    const text =
      '#!/usr/bin/env -S ai --apikey\n---\nvars:\n  topic: { default: dogs, description: About what }\n---\n{{topic}}\n';
    const { status, stdout } = await execute(text, '--help');
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/--topic.*About what/s) });
    expect(() => box.read('args')).toThrow('ENOENT');
  });

  test('a missing variable is named, and nothing runs', async () => {
    const end = await execute('#!/usr/bin/env -S ai --apikey\n---\nvars: [topic]\n---\n{{topic}}\n');
    expect(end).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('--topic VALUE') });
    expect(() => box.read('args')).toThrow('ENOENT');
  });
});

/** Every byte there is, with and without a newline at its end, and what a shell would change. */
const BYTES = Buffer.from([...Array(256).keys(), 10, 10, 0, 39, 13, 10]);
const HOSTILE = Buffer.from(`'"\`$(touch x)\${HOME} \\n %s !! -n --help \u2028 家\n\n\n`);

describe('what is piped', () => {
  test.each([
    ['every byte', BYTES],
    ['text that shells read as code', HOSTILE],
    ['1 MB', Buffer.alloc(1_000_000, 'x\n')],
  ])('%s reaches the tool as it is', async (_name, stdin) => {
    expect(await ai(box, ['--apikey'], { stdin })).toMatchObject(DONE);
    expect(Buffer.from(box.read('stdin'), 'latin1').equals(stdin)).toBe(true);
  });

  test.each([
    ['before', [], Buffer.concat([BYTES, Buffer.from('the prompt')])],
    ['before', ['--stdin-position', 'prepend'], Buffer.concat([BYTES, Buffer.from('the prompt')])],
    ['behind', ['--stdin-position', 'append'], Buffer.concat([Buffer.from('the prompt\n'), BYTES])],
  ])('stands %s the prompt of a file with %j', async (_where, words, whole) => {
    inWork(box, 'task.md', 'the prompt');
    expect(await ai(box, ['--apikey', ...words, 'task.md'], { stdin: BYTES })).toMatchObject(DONE);
    expect(Buffer.from(box.read('stdin'), 'latin1').equals(whole)).toBe(true);
  });

  test('is a script of its own if it begins like one', async () => {
    const stdin = '#!/usr/bin/env -S ai --haiku\n---\nvars:\n  topic: dogs\n---\nabout {{topic}}\n';
    const end = await ai(box, ['--apikey', '--topic', 'cats'], { stdin });
    expect(end).toMatchObject({ status: 2, stderr: expect.stringContaining('--topic') });
    const { stderr } = await ai(box, ['--apikey'], { stdin });
    expect(stderr).toContain('claude-haiku-5-5');
    expect(box.read('stdin')).toBe('about dogs\n');
  });

  test.each([['a pipeline', 'sleep 1.5; echo late']])(
    '%s is waited for however slow it is',
    async (_name, producer) => {
      inWork(box, 'task.md', 'the prompt\n');
      const end = await ai(box, ['-c', `{ ${producer}; } | ai --apikey task.md`], { program: 'sh' });
      expect(end).toMatchObject(DONE);
      expect(box.read('stdin')).toBe('late\nthe prompt\n');
    },
  );
});

describe('an open stdin on which nothing comes', () => {
  const open = { stdin: { open: true } } as const;

  test.each(['--version', '--help', 'run --help'])('%s does not wait for it', async (words) => {
    const run = startAi(box, words.split(' '), open);
    expect(await run.ended).toMatchObject({ status: 0, stdout: expect.stringMatching(/\S/), stderr: '' });
  });

  test('a prompt file runs, and says that nothing came', async () => {
    inWork(box, 'task.md', 'the prompt\n');
    const end = await ai(box, ['--apikey', 'task.md'], open);
    expect(end).toMatchObject({ ...DONE, stderr: expect.stringContaining('nothing came') });
    expect(box.read('stdin')).toBe('the prompt\n');
  });

  test('a program that holds the pipe in the background does not matter either', async () => {
    inWork(box, 'task.md', 'the prompt\n');
    const holder = spawn('sleep', ['30'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const child = spawn('ai', ['--apikey', '-q', 'task.md'], {
      cwd: box.work,
      env: box.env,
      stdio: [holder.stdout, 'ignore', 'ignore'],
    });
    const status = await new Promise((resolve) => child.once('exit', resolve));
    holder.kill('SIGKILL');
    expect(status).toBe(0);
    expect(box.read('stdin')).toBe('the prompt\n');
  });
});
