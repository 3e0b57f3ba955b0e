import './parser.ts';

import { locate } from '../../../src/run/arg-locate.ts';
import { around } from './around.ts';

const FILES = ['task', 'task.md', 'notes.md', 'data.json', 'rules.txt'];

const rows: [string, string[], string | undefined][] = [
  ['nothing', [], undefined],
  ['flags alone', ['--aws', '--opus'], undefined],
  ['a name', ['task.md'], 'task.md'],
  ['a name without a suffix that exists', ['--aws', 'task'], 'task'],
  ['a name that does not exist', ['absent.md'], 'absent.md'],
  ['.prompt', ['absent.prompt'], 'absent.prompt'],
  ['.TXT', ['ABSENT.TXT'], 'ABSENT.TXT'],
  ['a path', ['./absent'], './absent'],
  ['a pipe of the shell', ['/dev/fd/63'], '/dev/fd/63'],
  ['a word', ['update'], undefined],
  ['the first of two', ['task.md', 'notes.md'], 'task.md'],
  ['before and behind flags', ['--aws', 'task.md', '--opus'], 'task.md'],
  ['a value of ours', ['--model', 'a/b', 'task.md'], 'task.md'],
  ['a missing value of ours', ['--model', '--aws', 'task.md'], 'task.md'],
  ['a value of the tool', ['--append-system-prompt', 'notes.md', 'task.md'], 'task.md'],
  ['a value behind =', ['--append-system-prompt=notes.md', 'task.md'], 'task.md'],
  ['a value behind a cluster', ['-cn', 'notes.md', 'task.md'], 'task.md'],
  ['many values', ['--allowedTools', 'Bash(npm test)', 'Read', '--', 'task.md'], undefined],
  ['many values, then the file', ['--allowedTools', 'Read', 'a/b', 'task.md'], 'task.md'],
  ['many values, of which one is another file', ['--add-dir', 'data.json', 'task', 'task.md'], 'task.md'],
  ['a file as the first of many values', ['--add-dir', 'notes.md', 'task.md'], 'task.md'],
  ['an optional value', ['--resume', 'a/b'], undefined],
  ['an optional value that is named like a file', ['--resume', 'absent.md'], undefined],
  ['a file instead of an optional value', ['--resume', 'task.md'], 'task.md'],
  ['a prompt of -p', ['-p', 'explain README.md'], undefined],
  ['a file’s name as a prompt of -p', ['-p', 'task.md'], undefined],
  ['a file behind the prompt of -p', ['-p', 'explain', 'task.md'], 'task.md'],
  ['a flag behind -p', ['-p', '--aws', 'task.md'], 'task.md'],
  ['a flag of the script before it', ['--topic', 'AI', 'task.md'], 'task.md'],
  ['behind --', ['--', 'task.md'], undefined],
  ['an empty word', [''], undefined],
  ['a dash', ['-'], undefined],
];

test.each(rows)('%s', async (_, words, file) => {
  expect((await locate(words, around(FILES))).file).toBe(file);
});

test.each([
  [['--codex'], 'task.md'],
  [['--tool', 'codex'], 'task.md'],
  [['--tool=codex'], 'task.md'],
  [['--tool', 'cc'], 'work.md'],
  [['--', '--codex'], 'work.md'],
  [['--', '--tool', 'codex'], 'work.md'],
])('with %j, -m is read as a flag of that tool', async (words, file) => {
  expect((await locate(['-m', 'work.md', 'task.md', ...words], around(FILES))).file).toBe(file);
});

test('the words around the file keep their places', async () => {
  expect(await locate(['--resume', 'task.md', 'x', '--', 'y'], around(FILES))).toEqual({
    file: 'task.md',
    parts: [['--resume'], ['x', '--', 'y']],
  });
  expect(await locate(['--aws', '--', 'task.md'], around(FILES))).toEqual({
    file: undefined,
    parts: [['--aws', '--', 'task.md']],
  });
});

test('behind `ai run` any word is the file', async () => {
  expect((await locate(['--aws', 'update'], around(FILES), true)).file).toBe('update');
});

test('the tool is not looked at for words that are ours', async () => {
  const toolFlags = jest.fn(() => ({ flags: new Map() }));
  await locate(['--aws', '--model', 'x', 'task.md', '--unknown'], { ...around(FILES), toolFlags });
  expect(toolFlags).not.toHaveBeenCalled();
  await locate(['--unknown', '--other', 'task.md', '--codex'], { ...around(FILES), toolFlags });
  expect(toolFlags.mock.calls).toEqual([[{ tool: 'codex' }]]);
});
