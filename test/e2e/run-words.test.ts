import { join } from 'node:path';
import { fakeTool, inWork, ownProvider } from '../support/fake-tool.ts';
import { ai, expectClean, leftovers, noted } from '../support/run-sandbox.ts';
import { useSandbox } from '../support/sandbox.ts';

const box = useSandbox({ env: { OWN_KEY: 'own-key' } });

const DONE = { status: 0, stdout: 'done\n' };

beforeEach(() => {
  ownProvider(box);
  fakeTool(box);
});

afterEach(() => expectClean(box));

describe('words that cannot be meant', () => {
  beforeEach(() => void inWork(box, 'task.md', 'the prompt\n'));

  test.each([
    ['a provider that is none', ['--bedrock', 'task.md'], '--aws'],
    ['a flag without its value', ['--apikey', '--model'], '--model'],
    ['two providers', ['--apikey', '--aws', 'task.md'], 'two different providers'],
    ['two tiers', ['--apikey', '--opus', '--haiku', 'task.md'], 'two different'],
    ['a flag with a slip', ['--apikye', 'task.md'], '--apikey'],
    ['an unknown flag behind the file', ['--apikey', 'task.md', '--wierd'], '--wierd'],
    ['a second file', ['--apikey', 'task.md', 'other.md'], 'other.md'],
    ['an unknown profile', ['--profile', 'nobody', 'task.md'], 'nobody'],
    ['an unknown provider', ['--provider', 'nobody', 'task.md'], 'nobody'],
  ])('%s: refused, and nothing runs', async (_name, words, text) => {
    const end = await ai(box, words);
    expect(end).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(text) });
    expect(() => box.read('args')).toThrow('ENOENT');
    expect(leftovers(box)).toEqual([]);
  });

  test.each([
    ['a file that is not there', ['--apikey', 'gone.md'], 'gone.md'],
    ['a folder', ['--apikey', './'], 'folder'],
    ['an empty file', ['--apikey', 'empty.md'], 'no prompt'],
  ])('%s: refused, and nothing runs', async (_name, words, text) => {
    inWork(box, 'empty.md', '\n\n');
    const end = await ai(box, words);
    expect(end).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining(text) });
    expect(() => box.read('args')).toThrow('ENOENT');
  });
});

test.each([
  [
    'flags of the tool keep their order',
    ['--max-turns', '3', 'task.md', '-c'],
    ['-p', '--max-turns', '3', '-c'],
  ],
  ['words behind -- are the tool’s', ['task.md', '--', '--opus', 'a b', ''], ['-p', '--opus', 'a b', '']],
  ['a text that names a file is no file', ['-p', 'explain README.md'], ['-p', 'explain README.md']],
  ['a text that is a command word is no command', ['-p', 'update'], ['-p', 'update']],
])('%s', async (_name, words, passed) => {
  inWork(box, 'task.md', 'the prompt\n');
  expect(await ai(box, ['--apikey', ...words])).toMatchObject(DONE);
  expect(box.read('args')).toBe(`${passed.join('\n')}\n`);
});

test('the prompt is never in the arguments of any process', async () => {
  fakeTool(box, ['cat /proc/[0-9]*/cmdline 2>/dev/null | tr "\\0" " " >"$out/all"']);
  const words = ['mountain', 'river'].join('-');
  await ai(box, ['--apikey'], { stdin: words });
  expect(box.read('stdin')).toBe(words);
  expect(box.read('all')).not.toContain(words);
  expect(box.read('all')).toContain(join(box.home, '.ai-runner'));
});

test('the tool is not on PATH: status 127 and how to get it', async () => {
  const end = await ai(box, ['--apikey', '--codex', '-q'], { stdin: 'x', env: { CODEX_API_KEY: 'k' } });
  expect(end).toMatchObject({ status: 127, stdout: '', stderr: expect.stringContaining('npm install -g') });
  await expectClean(box);
});

test('a tool that is started without a provider is left as it is', async () => {
  const env = { ANTHROPIC_BASE_URL: 'http://127.0.0.1:9', ANTHROPIC_MODEL: 'mine' };
  expect(await ai(box, [], { stdin: 'x', env })).toMatchObject(DONE);
  const seen = await noted(box, 'env');
  expect(seen.split('\0')).toEqual(
    expect.arrayContaining([
      'ANTHROPIC_BASE_URL=http://127.0.0.1:9',
      'ANTHROPIC_MODEL=mine',
      'OWN_KEY=own-key',
    ]),
  );
});

test('the flags are those of the tool that the default profile names', async () => {
  const profiles = { chat: { tool: 'codex', provider: 'apikey' } };
  box.plant('.ai-runnerrc', JSON.stringify({ defaults: { profile: 'chat' }, profiles }));
  // The other tool says nothing about its flags.
  box.program('claude', '#!/bin/sh\nexit 0\n');
  const codex = [
    'case " $* " in *" --help "*) printf "Options:\\n  --max-turns <count>  Turns\\n"; exit ;; esac',
    `cat >/dev/null; printf '%s\\n' "$@" >'${box.file('args')}'; echo done`,
  ];
  box.program('codex', `#!/bin/sh\n${codex.join('\n')}\n`);
  inWork(box, 'task.md', 'the prompt\n');
  const end = await ai(box, ['--max-turns', '3', 'task.md'], { env: { OPENAI_API_KEY: 'k' } });
  expect(end).toMatchObject(DONE);
  expect(box.read('args').split('\n')).toEqual(expect.arrayContaining(['exec', '--max-turns', '3']));
});
