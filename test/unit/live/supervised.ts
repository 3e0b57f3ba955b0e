import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { ForwardedSignal, Host, ToolProcess } from '../../../src/live/host.ts';
import type { Look } from '../../../src/live/screen.ts';
import { nodeHost } from '../../../src/node/host.ts';
import type { Outcome } from '../../../src/run/failure.ts';
import { type SupervisedRun, supervise } from '../../../src/run/supervise.ts';
import type { World } from '../../../src/world.ts';
import { block, init, result, start, written } from './claude-lines.ts';

/** One step of the fake tool: its name and values. */
export type Step = readonly [name: string, ...values: readonly (string | number)[]];

const LOOK: Look = {
  form: 'live',
  quiet: false,
  toolTitle: 'Claude Code',
  providerTitle: 'AWS Bedrock',
  payer: 'subscription',
  model: 'pinned',
};

/** Lines of Claude Code's event stream. */
export type Lines = Parameters<typeof written>[1];

/** The tool prints these lines. */
export const prints = (...lines: Lines): Step => ['out', `${written('2.1.330', lines).join('\n')}\n`];

/** A whole run that says PONG. */
export const ANSWER: Lines = [init, start('a'), ...block('a', 'PO', 'NG'), result('PONG')];

/** A tool that must be ended by others. */
export const LATE: readonly Step[] = [['wait', 60_000]];

/** How a run differs from the usual one. */
export interface Changes extends Partial<Omit<SupervisedRun, 'look'>> {
  readonly look?: Partial<Look>;
  readonly prompt?: string;
  readonly isTTY?: boolean;
  readonly stdoutOnScreen?: boolean;
  readonly stdout?: Writable;
}

/** A run of the fake tool under way; what it printed so far can be read at any time. */
export interface Supervised {
  readonly outcome: Promise<Outcome>;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** We get a signal that the tool does not get. */
  readonly signal: (signal: ForwardedSignal) => void;
  /** Do signals reach us, or have they their usual effect? */
  readonly listening: () => boolean;
}

const folders: string[] = [];

/** For `afterEach`. */
export const removePrompts = (): void => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
};

/** A file with the prompt, which {@link removePrompts} removes. */
export const promptFile = (text: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'ai-live-'));
  folders.push(folder);
  writeFileSync(join(folder, 'prompt'), text);
  return join(folder, 'prompt');
};

export const fakeTool = (steps: readonly Step[]): readonly string[] => [
  process.execPath,
  join(__dirname, 'fake-tool.cjs'),
  JSON.stringify(steps),
];

const collector = (take: (text: string) => void): Writable =>
  new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      take(chunk);
      done();
    },
  });

const withoutStderr = (tool: ToolProcess): ToolProcess => ({
  kill: tool.kill.bind(tool),
  on: tool.on.bind(tool),
  once: tool.once.bind(tool),
  stdout: tool.stdout,
  stderr: null,
});

/** Starts the fake tool under supervision, in this process. */
export const supervised = (steps: readonly Step[], changes: Changes = {}): Supervised => {
  const { look, prompt = '', isTTY = false, stdoutOnScreen = false, stdout, ...run } = changes;
  let [out, err] = ['', ''];
  let listener: ((signal: ForwardedSignal) => void) | undefined;
  let inherited: Promise<void> | undefined;
  const host: Host = {
    // The tool's stderr is not ours: it would show up in the middle of the test's report.
    spawn: (argv, options) => {
      const tool = nodeHost(`${options.stdin}.pid`).spawn(argv, { ...options, stderr: 'pipe' });
      if (options.stderr === 'pipe' || !tool.stderr) return tool;
      tool.stderr.on('data', (text: Buffer) => {
        err += text.toString();
      });
      inherited = finished(tool.stderr);
      return withoutStderr(tool);
    },
    stdout:
      stdout ??
      collector((text) => {
        out += text;
      }),
    stdoutOnScreen,
    onSignal(given) {
      listener = given;
      return () => {
        listener = undefined;
      };
    },
  };
  const world = {
    env: {},
    now: () => Date.now(),
    stderr: { isTTY, columns: 80 },
    err: (text: string) => {
      err += text;
    },
  } as World;
  const supervision = supervise(world, host, {
    tool: 'cc',
    argv: fakeTool(steps),
    env: process.env,
    prompt: promptFile(prompt),
    more: false,
    ...run,
    look: { ...LOOK, ...look },
  });
  const outcome = supervision.finally(() => inherited);
  return {
    outcome,
    stdout: () => out,
    stderr: () => err,
    signal: (signal) => listener?.(signal),
    listening: () => listener !== undefined,
  };
};

/** How a run ended and what it printed. */
export const finish = async (steps: readonly Step[], changes: Changes = {}) => {
  const run = supervised(steps, changes);
  const { status, signal, failure, outputBegan } = await run.outcome;
  return {
    status,
    signal,
    failure: failure?.status,
    outputBegan,
    stdout: run.stdout(),
    stderr: run.stderr(),
  };
};
