import { Writable } from 'node:stream';
import type { LiveEvent, ResultEvent } from '../../../src/live/event.ts';
import type { Host } from '../../../src/live/host.ts';
import { type Look, openScreen } from '../../../src/live/screen.ts';
import type { World } from '../../../src/world.ts';
import { emulator } from './emulator.ts';

beforeEach(() => jest.useFakeTimers({ now: 1_000_000, doNotFake: ['nextTick'] }));
afterEach(() => jest.useRealTimers());

const RESULT: ResultEvent = {
  kind: 'result',
  isError: false,
  status: undefined,
  model: 'claude-opus-5-5',
  turns: 1,
  inputTokens: 10,
  outputTokens: 2,
  costUsd: undefined,
  text: 'PONG',
};

/** stdout and stderr on one terminal, unless stdout is a file. */
const setUp = ({
  stdoutOnScreen = true,
  isTTY = true,
  ...look
}: Partial<Look> & { stdoutOnScreen?: boolean; isTTY?: boolean } = {}) => {
  const terminal = emulator();
  let file = '';
  const stdout = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      if (stdoutOnScreen) terminal.write(chunk);
      else file += chunk;
      done();
    },
  });
  const world = { env: {}, err: terminal.write, now: () => Date.now(), stderr: { isTTY, columns: 80 } };
  const screen = openScreen(world as unknown as World, { stdout, stdoutOnScreen } as Host, {
    form: 'live',
    quiet: false,
    toolTitle: 'Claude Code',
    providerTitle: 'AWS Bedrock',
    payer: 'api',
    model: undefined,
    ...look,
  });
  const say = (text: string, begins = true): Promise<void> => screen.event({ kind: 'text', text, begins });
  return { screen, terminal, say, file: () => file };
};

const seconds = (count: number): void => {
  jest.advanceTimersByTime(count * 1000);
};
const TOOL: LiveEvent = { kind: 'tool', name: 'Bash', detail: 'npm test' };
const RETRY: LiveEvent = { kind: 'retry', status: 429, attempt: 2 };

test('a whole run leaves the answer and one last line', async () => {
  const { screen, terminal, say } = setUp();
  seconds(2);
  expect(terminal.rows).toEqual(['Claude Code (2s)']);
  await say('Looking.');
  expect(terminal.rows).toEqual(['Looking.']);
  seconds(2);
  expect(terminal.rows).toEqual(['Looking.']);
  await screen.event(TOOL);
  seconds(2);
  expect(terminal.rows).toEqual(['Looking.', 'Bash npm test (6s)']);
  await screen.event({ kind: 'request' });
  expect(terminal.rows).toEqual(['Looking.', 'Claude Code (6s)']);
  await say('PONG');
  await screen.event(RESULT);
  await screen.finish();
  screen.close(undefined, RESULT);
  expect(terminal.rows).toEqual([
    'Looking.',
    '',
    'PONG',
    'ai: claude-opus-5-5, 1 turn, 10 tokens in, 2 out, 6s',
    '',
  ]);
});

test('the status line stays while the answer goes to a file', async () => {
  const { terminal, say, file } = setUp({ stdoutOnScreen: false });
  seconds(1);
  await say('half a line');
  expect(terminal.rows).toEqual(['Claude Code (1s)']);
  seconds(1);
  expect([terminal.rows, file()]).toEqual([['Claude Code (2s)'], 'half a line']);
});

test.each([
  ['half', ['half', 'warning', '']],
  ['whole\n', ['whole', 'warning', '']],
])('a remark after %j stands on a line of its own', async (text, rows) => {
  const { screen, terminal, say } = setUp();
  await say(text);
  screen.remark('warning\n');
  expect(terminal.rows).toEqual(rows);
});

test('what the tool writes to stderr in pieces stays together', async () => {
  const { screen, terminal } = setUp();
  seconds(1);
  screen.remark('war');
  seconds(3);
  screen.remark('ning\n');
  expect([screen.wantsStderr, terminal.rows]).toEqual([true, ['warning', '']]);
});

test.each<[string, Parameters<typeof setUp>[0], string[]]>([
  ['on a terminal the status line tells of retries', {}, ['AWS Bedrock answered 429, retry 2 (3s)']],
  ['elsewhere a line does', { isTTY: false }, ['ai: AWS Bedrock answered 429, retry 2', '']],
  ['unless it is to be quiet', { isTTY: false, quiet: true }, ['']],
  ['or shows the result only', { isTTY: false, form: 'result' }, ['']],
])('%s', async (_name, options, rows) => {
  const { screen, terminal } = setUp(options);
  await screen.event(RETRY);
  seconds(3);
  expect(terminal.rows).toEqual(rows);
});

test.each<[string, LiveEvent, Partial<Look>, string[]]>([
  [
    'a remark about the run',
    { kind: 'note', text: 'one\ntwo\x1b[2J' },
    {},
    ['Claude Code: one', '  two\\x1b[2J', ''],
  ],
  ['a remark, quietly', { kind: 'note', text: 'one' }, { quiet: true }, ['']],
  ['a line of another kind, quietly', { kind: 'stray', text: 'panic' }, { quiet: true }, ['panic', '']],
  [
    'text where only the result is wanted',
    { kind: 'text', text: 'a', begins: true },
    { form: 'result' },
    [''],
  ],
  ['the result where it is wanted', RESULT, { form: 'result' }, ['PONG']],
  ['the result where the text was shown', RESULT, {}, ['']],
  ['an error where the result is wanted', { ...RESULT, isError: true }, { form: 'result' }, ['']],
])('%s', async (_name, event, look, rows) => {
  const { screen, terminal } = setUp({ ...look, stdoutOnScreen: true });
  await screen.event(event);
  expect(terminal.rows).toEqual(rows);
});

test.each<[string, number | undefined, Partial<Look>, string[]]>([
  [
    'a failure of the provider',
    429,
    {},
    ['ai: AWS Bedrock answered 429', '  words', 'ai: claude-opus-5-5, 1 turn, 10 tokens in, 2 out, 0s', ''],
  ],
  ['a failure of the tool, quietly', undefined, { quiet: true }, ['ai: Claude Code failed', '  words', '']],
])('%s is told', (_name, status, look, rows) => {
  const { screen, terminal } = setUp(look);
  screen.close({ status, message: 'words' }, RESULT);
  expect(terminal.rows).toEqual(rows);
});

test('a terminal that is gone stops nothing', async () => {
  const err = (): never => {
    throw new Error('EIO');
  };
  const stdout = new Writable({ write: (_chunk, _encoding, done) => done() });
  const world = { env: {}, err, now: () => Date.now(), stderr: { isTTY: true, columns: 80 } };
  const look: Look = {
    form: 'live',
    quiet: false,
    toolTitle: 'T',
    providerTitle: 'P',
    payer: 'api',
    model: undefined,
  };
  const screen = openScreen(world as unknown as World, { stdout, stdoutOnScreen: true } as Host, look);
  seconds(3);
  screen.remark('warning\n');
  await screen.event({ kind: 'text', text: 'a', begins: true });
  await screen.finish();
  expect(() => screen.close(undefined, RESULT)).not.toThrow();
});
