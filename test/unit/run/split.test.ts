import type { RunRequest } from '../../../src/run/request.ts';
import { around, type Case, splitWords } from './around.ts';
import { NOTHING } from './request.ts';

const TASK: Case = { files: ['task.md', 'notes.md'] };

/** The words as a shell would split them at blanks; `_` stands for a blank within a word. */
const wordsOf = (line: string): string[] =>
  line
    .split(' ')
    .filter(Boolean)
    .map((word) => word.replaceAll('_', ' '));

const ours: [string, Partial<RunRequest>][] = [
  ['', {}],
  ['--aws --opus', { selection: { provider: 'aws', tier: 'opus' } }],
  ['task.md', { file: 'task.md' }],
  [
    '--ol task.md --low --team',
    { file: 'task.md', selection: { provider: 'ollama', tier: 'haiku', team: true } },
  ],
  ['--provider mygw --model=a/b', { selection: { provider: 'mygw', model: 'a/b' } }],
  ['--profile openrouter task.md', { file: 'task.md', selection: { profile: 'openrouter' } }],
  ['--tool codex --effort max', { selection: { tool: 'codex', effort: 'max' } }],
  ['--skip', { permission: 'skip' }],
  ['--bypass', { permission: 'bypass' }],
  ['--auto', { permission: 'auto' }],
  ['--live -q', { live: true, quiet: true }],
  ['--quiet', { quiet: true }],
  ['--stdin-position append task.md', { file: 'task.md', stdinPosition: 'append' }],
  ['--teammate-mode tmux', { teammateMode: 'tmux' }],
  ['--fallback aws,_apikey,', { fallback: ['aws', 'apikey'] }],
  ['--set-default --aws', { setDefault: true, selection: { provider: 'aws' } }],
  ['--clear-default', { clearDefault: true }],
  ['task.md --help', { file: 'task.md', help: true }],
  ['-h', { help: true }],
];

test.each(ours)('ours: %s', async (line, expected) => {
  expect(await splitWords(wordsOf(line), TASK)).toEqual({
    request: { ...NOTHING, ...expected },
    version: false,
    warnings: [],
  });
});

test('the version is asked for', async () => {
  expect((await splitWords(['--version'])).version).toBe(true);
});

const tool: [string, string[]][] = [
  ['-c --aws --verbose', ['-c', '--verbose']],
  ['--resume', ['--resume']],
  ['--resume 0000 --opus', ['--resume', '0000']],
  ['--resume task.md', ['--resume']],
  ['task.md --resume notes.md', ['--resume', 'notes.md']],
  ['--output-format json task.md', ['--output-format', 'json']],
  ['task.md --output-format=json', ['--output-format=json']],
  [
    '--allowedTools Bash(npm_test) Read --max-turns 3 task.md',
    ['--allowedTools', 'Bash(npm test)', 'Read', '--max-turns', '3'],
  ],
  ['--allowed-tools Read --aws --add-dir a b', ['--allowed-tools', 'Read', '--add-dir', 'a', 'b']],
  ['--append-system-prompt -_be_brief', ['--append-system-prompt', '- be brief']],
  ['--append-system-prompt -5', ['--append-system-prompt', '-5']],
  ['--append-system-prompt --no-such-flag', ['--append-system-prompt', '--no-such-flag']],
  ['--append-system-prompt=--aws', ['--append-system-prompt=--aws']],
  ['-pc --aws', ['-pc']],
  ['-pn name', ['-pn', 'name']],
  ['-dhooks', ['-dhooks']],
  ['-cn name', ['-cn', 'name']],
  ['--codex -m gpt -i a.png b.png --json', ['-m', 'gpt', '-i', 'a.png', 'b.png', '--json']],
  ['--codex -mgpt -p work', ['-mgpt', '-p', 'work']],
  ['-p explain_README.md --aws', ['-p', 'explain README.md']],
  ['--aws -p update', ['-p', 'update']],
  ['--print --aws', ['--print']],
  ['-- --aws task.md -- x', ['--aws', 'task.md', '--', 'x']],
  ['-c task.md -- update', ['-c', 'update']],
  ['task.md --', []],
];

test.each(tool)('the tool’s: %s', async (line, expected) => {
  const { request, warnings } = await splitWords(wordsOf(line), TASK);
  expect([request.toolArgs, warnings]).toEqual([expected, []]);
});

test('a file’s name behind -p is a prompt, and a warning', async () => {
  const { request, warnings } = await splitWords(['-p', 'task.md'], TASK);
  expect(request).toMatchObject({ file: undefined, toolArgs: ['-p', 'task.md'] });
  expect(warnings).toEqual(['-p sends the words "task.md", not the file']);
});

const script: [string, string, Record<string, string>, string[]][] = [
  ['topic', '--topic AI', { topic: 'AI' }, []],
  ['topic', '--topic=R&D_budget', { topic: 'R&D budget' }, []],
  ['topic', '--topic=', { topic: '' }, []],
  ['topic', '--topic=--aws=1', { topic: '--aws=1' }, []],
  ['count', '--count -5', { count: '-5' }, []],
  ['my_topic', '--my-topic a', { 'my-topic': 'a' }, []],
  ['my-topic', '--my-topic=a --my-topic a', { 'my-topic': 'a' }, []],
  ['deep?', '--deep --verbose', { deep: 'true' }, ['--verbose']],
  ['deep?', '--deep=false', { deep: 'false' }, []],
  ['name verbose?', '--name x --verbose', { name: 'x', verbose: 'true' }, []],
  ['name', '-n x', {}, ['-n', 'x']],
  ['a b', '--a {{b}} --b {{a}}', { a: '{{b}}', b: '{{a}}' }, []],
  ['file', '--file notes.md', { file: 'notes.md' }, []],
  ['model', '--model x', {}, []],
];

test.each(script)('a script with %s: %s', async (names, line, expected, toolArgs) => {
  const { request } = await splitWords(['task.md', ...wordsOf(line)], { ...TASK, script: names });
  expect([Object.fromEntries(request.variables), request.toolArgs]).toEqual([expected, toolArgs]);
});

test('the script’s flags may stand before it, and underscores are as good as dashes', async () => {
  const words = ['--my_topic', 'AI', '--aws', 'task.md', '--deep'];
  const { request } = await splitWords(words, { ...TASK, script: 'my-topic deep?' });
  expect(request).toMatchObject({ file: 'task.md', selection: { provider: 'aws' } });
  expect(Object.fromEntries(request.variables)).toEqual({ 'my-topic': 'AI', deep: 'true' });
});

test('a flag of ours wins over a variable of that name', async () => {
  const { request } = await splitWords(['task.md', '--model', 'x'], { ...TASK, script: 'model' });
  expect(request).toMatchObject({ selection: { model: 'x' }, variables: new Map() });
});

test('the tool is asked for its flags once a step, and not for what is ours or the script’s', async () => {
  const toolFlags = jest.fn(around().toolFlags);
  const surroundings = { ...around(['task.md']), toolFlags };
  const run = (...words: string[]) => splitWords(words, { script: 'topic', surroundings });
  await run('--aws', 'task.md', '--topic', 'x', '-q');
  expect(toolFlags).not.toHaveBeenCalled();
  await run('--search', '-p', 'work', 'task.md', '--codex', '--oss');
  expect(toolFlags.mock.calls).toEqual([[{ tool: 'codex' }], [{ tool: 'codex' }]]);
});
