import { apiError, apiRetry, init, result, text, toolUse, whole } from './claude-lines.ts';
import {
  ANSWER,
  type Changes,
  finish,
  LATE,
  type Lines,
  prints,
  removePrompts,
  type Step,
} from './supervised.ts';

afterEach(removePrompts);

const REFUSED = 'API Error: Request rejected (429)';
const refused = [init, apiRetry(1, 429), ...apiError(REFUSED, 429)];

test.each<[string, readonly Step[], Changes, object]>([
  [
    'an API error that the tool calls success is a failure',
    [prints(...refused)],
    { look: { quiet: true } },
    {
      status: 1,
      failure: 429,
      outputBegan: false,
      stdout: '',
      stderr: `ai: AWS Bedrock answered 429\n  ${REFUSED}\n`,
    },
  ],
  [
    'without a terminal, retries are told line by line',
    [prints(...refused), ['exit', 1]],
    {},
    {
      status: 1,
      stderr: `ai: AWS Bedrock answered 429, retry 1\nai: AWS Bedrock answered 429\n  ${REFUSED}\n`,
    },
  ],
  [
    'where another provider can go on, nothing is told yet',
    [prints(...refused), ['exit', 1]],
    { more: true, look: { form: 'result' } },
    { status: 1, failure: 429, outputBegan: false, stdout: '', stderr: '' },
  ],
  [
    'after output nobody goes on, so it is told',
    [prints(whole('a', text('Half')), ...apiError('overloaded', 529)), ['exit', 1]],
    { more: true, look: { quiet: true } },
    {
      status: 1,
      failure: 529,
      outputBegan: true,
      stdout: 'Half\n',
      stderr: 'ai: AWS Bedrock answered 529\n  overloaded\n',
    },
  ],
  [
    'a tool that was used is output too, though nothing is printed',
    [prints(whole('a', toolUse('Bash', {})), ...apiError('overloaded', 529)), ['exit', 1]],
    { more: true, look: { form: 'result' } },
    { outputBegan: true, stdout: '', stderr: 'ai: AWS Bedrock answered 529\n  overloaded\n' },
  ],
  [
    "another failure is the tool's",
    [
      prints(
        init,
        result('', { is_error: true, result: undefined, errors: ['Reached maximum number of turns (1)'] }),
      ),
      ['exit', 1],
    ],
    { more: true, look: { quiet: true } },
    {
      status: 1,
      failure: undefined,
      stderr: 'ai: Claude Code failed\n  Reached maximum number of turns (1)\n',
    },
  ],
])('%s', async (_name, steps, changes, expected) => {
  expect(await finish(steps, changes)).toMatchObject(expected);
});

test.each<[string, Lines, boolean]>([
  ['a second retry after 429', [apiRetry(1, 429), apiRetry(2, 429)], true],
  ['a first retry', [apiRetry(1, 429)], false],
  ['retries for an unknown reason', [apiRetry(1, null), apiRetry(2, null)], false],
  ['retries after output', [whole('a', text('Half')), apiRetry(2, 529)], false],
])('%s: is the tool ended for the next provider?', async (_name, lines, expected) => {
  const steps: readonly Step[] = expected ? [prints(...lines), ...LATE] : [prints(...lines, ...ANSWER)];
  const { status, failure, stdout } = await finish(steps, { more: true });
  expect({ status, failure }).toEqual(
    expected ? { status: 1, failure: 429 } : { status: 0, failure: undefined },
  );
  if (!expected) expect(stdout).toContain('PONG\n');
});

test('a tool that would go on trying is asked to end', async () => {
  const steps: readonly Step[] = [['on', 'SIGTERM'], prints(apiRetry(2, 429)), ...LATE];
  const look = { quiet: true };
  expect(await finish(steps, { more: true, look })).toMatchObject({ status: 1, stderr: 'SIGTERM\n' });
});

test('an error of Codex that no end of the turn follows is a failure too', async () => {
  const message = 'unexpected status 401 Unauthorized: no';
  const steps: readonly Step[] = [
    ['out', `${JSON.stringify({ type: 'error', message })}\n`],
    ['exit', 1],
  ];
  const stderr = `ai: AWS Bedrock answered 401\n  ${message}\n`;
  expect(await finish(steps, { tool: 'codex' })).toMatchObject({ status: 1, failure: 401, stderr });
});

test('without another provider the tool may try as long as it likes', async () => {
  const steps: readonly Step[] = [prints(apiRetry(1, 429), apiRetry(2, 429), ...ANSWER)];
  expect(await finish(steps)).toMatchObject({ status: 0, stdout: 'PONG\n' });
});
