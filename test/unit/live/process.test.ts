import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import type { SupervisedRun } from '../../../src/run/supervise.ts';
import { isRunning } from '../../support/is-running.ts';
import { pieces, start, text, whole, written } from './claude-lines.ts';
import { ANSWER, fakeTool, LATE, prints, promptFile, removePrompts, type Step } from './supervised.ts';

let folder: string;
let running: ChildProcess[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-live-'));
  buildSync({
    entryPoints: [join(__dirname, 'program.ts')],
    outfile: join(folder, 'program.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running = [];
  removePrompts();
});

interface Program {
  readonly child: ChildProcess & { readonly stdout: Readable };
  readonly stderr: () => string;
  readonly ended: Promise<readonly [code: number | null, signal: NodeJS.Signals | null]>;
  /** Waits for a word on stderr. */
  says(word: string): Promise<void>;
}

/** Starts a process that supervises the fake tool; it alone gets what `child.kill` sends. */
const program = (steps: readonly Step[]): Program => {
  const run: SupervisedRun = {
    tool: 'cc',
    argv: fakeTool(steps),
    env: { PATH: process.env.PATH },
    prompt: promptFile('ping'),
    look: {
      form: 'live',
      quiet: true,
      toolTitle: 'Claude Code',
      providerTitle: 'AWS Bedrock',
      payer: 'api',
      model: undefined,
    },
    more: false,
  };
  const path = promptFile(JSON.stringify(run));
  const child = spawn(process.execPath, [join(folder, 'program.cjs'), path], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve) => {
    child.once('exit', (code, signal) => resolve([code, signal]));
  });
  const says = async (word: string): Promise<void> => {
    while (!stderr.includes(word)) {
      if (child.exitCode !== null) throw new Error(`it ended without a word: ${stderr}`);
      await pause(5);
    }
  };
  return { child, stderr: () => stderr, ended, says };
};

const READY: readonly Step[] = [['pid'], ['ready']];
const pidIn = (stderr: string): number => Number(/pid (\d+)/.exec(stderr)?.[1]);

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGQUIT', 131],
] as const)('%s that only we get ends the tool, then us with %i', async (signal, status) => {
  const { child, stderr, ended, says } = program([...READY, ...LATE]);
  await says('ready');
  child.kill(signal);
  expect(await ended).toEqual([status, null]);
  expect(isRunning(pidIn(stderr()))).toBe(false);
});

test('a reader that leaves ends the tool quietly, as SIGPIPE would', async () => {
  const line = written('2.1.330', [whole('a', text('PONG\n'))])[0];
  const { child, stderr, ended } = program([
    ['pid'],
    ['out', `${line}\n`],
    ['wait', 200],
    ['repeat', `${line}\n`, 100_000],
    ...LATE,
  ]);
  child.stdout.once('data', () => child.stdout.destroy());
  expect(await ended).toEqual([141, null]);
  expect(stderr()).toBe(`pid ${pidIn(stderr())}\n`);
  expect(isRunning(pidIn(stderr()))).toBe(false);
});

test('a reader that is slow gets every byte', async () => {
  const line = written('2.1.330', [whole('a', text('0123456789abcde\n'.repeat(5000)))])[0];
  const { child, ended } = program([['repeat', `${line}\n`, 30]]);
  await pause(500);
  let size = 0;
  for await (const chunk of child.stdout) size += (chunk as Buffer).length;
  expect([await ended, size]).toEqual([[0, null], 30 * 80_000]);
});

test('a reader that does not read keeps nobody alive who is to end', async () => {
  const { child, stderr, ended, says } = program([['pid'], ['big', 1_000_000], ['ready'], ...LATE]);
  await says('ready');
  child.kill('SIGTERM');
  expect(await ended).toEqual([143, null]);
  expect(isRunning(pidIn(stderr()))).toBe(false);
});

test('a reader that does not read keeps us only until a signal, though the tool is done', async () => {
  const { child, stderr, ended, says } = program([['pid'], ['big', 1_000_000], ['ready'], ['exit', 0]]);
  await says('ready');
  while (isRunning(pidIn(stderr()))) await pause(5);
  child.kill('SIGTERM');
  expect(await ended).toEqual([143, null]);
});

test('when we are killed the tool finds nobody to write to', async () => {
  const { child, stderr, ended, says } = program([
    ['pid'],
    prints(start('a'), ...pieces('half')),
    ['until', 'SIGUSR1'],
    prints(...ANSWER),
    ...LATE,
  ]);
  await says('ready');
  child.kill('SIGKILL');
  await ended;
  const pid = pidIn(stderr());
  process.kill(pid, 'SIGUSR1');
  while (isRunning(pid)) await pause(5);
  expect(stderr()).toBe(`pid ${pid}\nready\nSIGUSR1\n`);
});
