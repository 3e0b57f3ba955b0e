import { around, type Case, splitWords } from './around.ts';

const TASK: Case = { files: ['task.md', 'notes.md'], script: 'topic deep?' };

const rows: [string, string[], string, string][] = [
  ['a slip in ours', ['--opsu'], 'unknown flag --opsu', 'did you mean --opus?'],
  ['a slip in the tool’s', ['--verbos'], 'unknown flag --verbos', 'did you mean --verbose?'],
  ['a slip in the script’s', ['task.md', '--topik', 'x'], 'unknown flag --topik', 'did you mean --topic?'],
  ['a provider by its title', ['--bedrock', '-p', 'hi'], 'unknown flag --bedrock', 'did you mean --aws?'],
  ['near to nothing', ['--zzzzzzzz'], 'unknown flag --zzzzzzzz', 'behind --'],
  ['one letter', ['-z'], 'unknown flag -z', 'behind --'],
  ['a cluster with a stranger', ['-cz'], 'unknown flag -cz', 'behind --'],
  ['with a value', ['--topik=x', 'task.md'], 'unknown flag --topik', 'did you mean --topic?'],
  ['Claude’s flag for Codex', ['--codex', '--resume'], 'unknown flag --resume', 'behind --'],
  ['a first line in one word', ['--aws --opus', './task.md'], '"--aws --opus" is one word', 'env -S ai'],
  ['a word', ['update'], '"update" is neither a command nor a flag nor a file', 'behind --'],
  ['a dash', ['-'], '"-" is neither a command nor a flag nor a file', 'pipe the prompt'],
  ['a second file', ['task.md', 'notes.md'], '"notes.md" belongs to no flag', 'task.md is the prompt file'],
  ['a word behind the file', ['--resume', 'task.md', 'x'], '"x" belongs to no flag', '--name VALUE'],
  ['no value for ours', ['--aws', '--model'], '--model needs a value', 'ID'],
  ['no value for ours before another flag', ['--model', '--aws'], '--model needs a value', 'ID'],
  ['an empty value for ours', ['--provider', ''], '--provider needs a value', 'NAME'],
  ['no value for the tool', ['--append-system-prompt'], '--append-system-prompt needs a value', '=VALUE'],
  ['a flag for a value of the tool', ['--append-system-prompt', '--aws'], 'needs a value', '=VALUE'],
  ['no value of many', ['--allowedTools', '--aws'], '--allowedTools needs a value', '=VALUE'],
  ['no value for the tool before --', ['--append-system-prompt', '--', 'x'], 'needs a value', '=VALUE'],
  ['no value for a variable', ['task.md', '--topic'], '--topic needs a value', '=VALUE'],
  ['a flag for a value of a variable', ['task.md', '--topic', '--weird'], '--topic needs a value', '=VALUE'],
  ['two values for a variable', ['task.md', '--topic=a', '--topic=b'], '--topic was given 2', 'once'],
  ['two providers', ['--aws', '--vertex'], '--aws and --vertex are two different providers', 'one of them'],
  [
    'two tiers',
    ['--opus', 'task.md', '--haiku'],
    '--opus and --haiku are two different models',
    'one of them',
  ],
  ['two permissions', ['--skip', '--auto'], '--skip and --auto exclude each other', 'one of them'],
  ['two ways with the default', ['--set-default', '--clear-default'], 'exclude each other', 'one of them'],
  ['a value for a switch', ['--live=yes'], '--live takes no value', ''],
  ['a value that is no choice', ['--stdin-position', 'middle'], 'cannot be "middle"', 'prepend, append'],
  ['a fallback to nothing', ['--fallback', ' , '], '--fallback names no provider', '--fallback aws'],
];

test.each(rows)('%s', async (_, words, message, hint) => {
  const error = await splitWords(words, TASK).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'UsageError', code: 2, message: expect.stringContaining(message) });
  expect(`${(error as Error).message} ${(error as { hint?: string }).hint}`).toContain(hint);
});

test('without the tool, its flags are unknown, and the message says why', async () => {
  const surroundings = around([], { flags: new Map(), problem: 'claude is not on PATH' });
  await expect(splitWords(['--verbose'], { surroundings })).rejects.toEqual(
    expect.objectContaining({
      message: 'unknown flag --verbose',
      hint: expect.stringContaining('claude is not on PATH, so its flags are not known.'),
    }),
  );
  const { request } = await splitWords(['--aws', '--', '--verbose'], { surroundings });
  expect(request.toolArgs).toEqual(['--verbose']);
});
