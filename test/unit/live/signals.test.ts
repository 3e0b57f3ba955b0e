import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { ForwardedSignal, ToolProcess } from '../../../src/live/host.ts';
import { endTool } from '../../../src/live/signals.ts';
import { apiError, init, pieces, start } from './claude-lines.ts';
import { type Changes, prints, removePrompts, type Step, type Supervised, supervised } from './supervised.ts';

afterEach(removePrompts);

const saying = async (run: Supervised, word: string): Promise<void> => {
  while (!run.stderr().includes(word)) await pause(5);
};

/** The tool waits for the signal that only we get. */
const signalled = async (signal: ForwardedSignal, steps: readonly Step[], changes: Changes = {}) => {
  const run = supervised(steps, changes);
  await saying(run, 'ready');
  run.signal(signal);
  return { ...(await run.outcome), stdout: run.stdout(), stderr: run.stderr() };
};

const FAILURE = prints(...apiError('overloaded', 529));

test.each<[ForwardedSignal, string, readonly Step[], object]>([
  ['SIGINT', 'Claude Code ends well', [['exit', 0]], { status: 130, signal: 'SIGINT' }],
  ['SIGINT', 'Codex ends badly', [['exit', 1]], { status: 1, signal: undefined }],
  ['SIGINT', 'the tool dies', [['die', 'SIGABRT']], { status: 134, signal: 'SIGABRT' }],
  [
    'SIGINT',
    'its last words are an error',
    [FAILURE],
    { status: 130, failure: undefined, stderr: 'ready\nSIGINT\n' },
  ],
  ['SIGTERM', 'its last words are an error', [FAILURE, ['exit', 1]], { status: 1, failure: undefined }],
  ['SIGTERM', 'the tool ends well', [['exit', 0]], { status: 0, signal: undefined }],
  ['SIGHUP', 'the tool ends well', [['exit', 0]], { status: 0, signal: undefined }],
  ['SIGQUIT', 'the tool ends well', [['exit', 0]], { status: 0, signal: undefined }],
])('%s reaches the tool: %s', async (signal, _name, steps, expected) => {
  const ended = await signalled(signal, [['until', signal], ...steps], {
    more: true,
    look: { quiet: true },
  });
  expect(ended).toMatchObject(expected);
  expect(ended.stderr).toContain(`${signal}\n`);
});

test('the words before Ctrl-C stay', async () => {
  const steps: readonly Step[] = [
    prints(init, start('a'), ...pieces('half')),
    ['until', 'SIGINT'],
    ['exit', 0],
  ];
  expect(await signalled('SIGINT', steps)).toMatchObject({ status: 130, stdout: 'half\n' });
});

test('a tool that the terminal has ended already gets no second Ctrl-C', async () => {
  const steps: readonly Step[] = [
    ['until', 'SIGTERM'],
    ['exit', 0],
  ];
  const run = supervised(steps);
  await saying(run, 'ready');
  run.signal('SIGINT');
  run.signal('SIGTERM');
  expect(await run.outcome).toMatchObject({ status: 130 });
  expect(run.stderr()).toBe('ready\nSIGTERM\n');
});

test('signals are caught only while the tool runs', async () => {
  const run = supervised([['until', 'SIGTERM']]);
  await saying(run, 'ready');
  const during = run.listening();
  run.signal('SIGTERM');
  await run.outcome;
  expect([during, run.listening()]).toEqual([true, false]);
});

describe('a tool that is to end', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const tool = () => {
    const events = new EventEmitter();
    const signals: unknown[] = [];
    const kill = (signal: unknown): boolean => signals.push(signal) > 0;
    return { process: Object.assign(events, { kill }) as unknown as ToolProcess, events, signals };
  };

  test('is asked, and killed when it does not', () => {
    const { process, signals } = tool();
    endTool(process);
    expect(signals).toEqual(['SIGTERM']);
    jest.runAllTimers();
    expect(signals).toEqual(['SIGTERM', 'SIGKILL']);
  });

  test('is left alone when it does', () => {
    const { process, events, signals } = tool();
    endTool(process);
    events.emit('exit', 0, null);
    jest.runAllTimers();
    expect(signals).toEqual(['SIGTERM']);
  });
});
