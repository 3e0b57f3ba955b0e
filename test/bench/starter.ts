import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Sample, Scenario } from './model.ts';
import type { Stage } from './stage.ts';

/** A resident shell that starts one scenario whenever it is told to. */
export interface Starter {
  /** Starts the program once. @throws Error when it fails, with what it wrote to stderr */
  readonly start: () => Promise<Sample>;
  /** What the last start wrote to stderr. */
  readonly errors: () => string;
  readonly close: () => void;
}

const number = (text = ''): number | undefined => (/^\d+/.test(text) ? Number.parseInt(text, 10) : undefined);

/** Reads the line of TIMEFMT in starter.zsh; what was not measured is `-`. */
export const readTimes = (line: string): Sample => {
  const [wall, user, system, rss] = line.split(' ').map(number);
  if (wall === undefined) throw new Error(`not a measurement: ${line}`);
  return {
    wallUs: wall,
    ...(user === undefined || system === undefined ? {} : { cpuUs: user + system }),
    ...(rss === undefined ? {} : { rssMiB: rss }),
  };
};

/** @throws Error, on the first start, when zsh is not installed */
export const openStarter = (stage: Stage, scenario: Scenario): Starter => {
  const errors = join(stage.root, `stderr-${scenario.id}`);
  const { mode = 'whole', row = '', argv } = scenario;
  const words = ['-f', join(stage.shells, '../starter.zsh'), errors, mode, row, ...argv];
  const child = spawn('zsh', words, {
    cwd: scenario.cwd ?? stage.root,
    env: { ...stage.env, ...scenario.env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const gone = new Promise<never>((_, fail) => {
    child.on('error', (cause) => fail(new Error('the benchmark needs zsh 5.9 or later', { cause })));
  });
  gone.catch(() => {});
  const line = async (): Promise<string> => {
    const { value, done } = await Promise.race([lines.next(), gone]);
    if (done) throw new Error(`${scenario.id}: the shell that starts it has ended`);
    return value;
  };
  const read = (): string => readFileSync(errors, 'utf8');
  return {
    errors: read,
    async start() {
      child.stdin.write('\n');
      const times = await line();
      const status = await line();
      if (status !== '0') throw new Error(`${scenario.id}: ${argv.join(' ')}: status ${status}: ${read()}`);
      return readTimes(times);
    },
    close: () => child.stdin.end(),
  };
};
