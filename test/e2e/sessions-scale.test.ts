import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { findProgram } from '../support/find-program.ts';
import { runProgram } from '../support/run.ts';
import { nodeWith, type Sandbox, useSandbox } from '../support/sandbox.ts';

const COUNT = 10_000;
const START = 1_704_067_200;

/** Field 22 of proc(5)'s stat, behind a command of one word. */
const startTimeOf = (pid: number): string => readFileSync(`/proc/${pid}/stat`, 'latin1').split(' ')[21] ?? '';

const textOf = (id: string, pid: number, startedAt: number, startTime: string): string => `id=${id}
pid=${pid}
start_time=${startTime}
tool=cc
provider=aws
provider_name=AWS Bedrock
auth=AWS credentials (profile: default)
payer=cloud
model=global.anthropic.claude-opus-5-5
small_model=global.anthropic.claude-haiku-5-5
region=us-west-2
started_at=${startedAt}
shell=zsh
cwd=/home/user/projects/application-${startedAt}
tty=/dev/pts/${startedAt % 64}
prompt=[aws opus-5-5 ^]
prompt_gone=[aws opus-5-5 ^!]
prompt_color=6
kind=shell
`;

const box = useSandbox();
let process: ChildProcess;

beforeEach(async () => {
  process = spawn('sleep', ['600'], { stdio: 'ignore' });
  await once(process, 'spawn');
});

afterEach(() => process.kill('SIGKILL'));

/** Writes the files of many sessions on one process and returns their ids. */
const plant = (sandbox: Sandbox, count: number, pid: number, startTime: string): string[] =>
  Array.from({ length: count }, (_, index) => {
    const id = `cc-aws-${pid}-${START + index}`;
    const text = textOf(id, pid, START + index, startTime);
    if (index === 0) sandbox.plant(`.ai-runner/sessions/${id}.info`, text);
    else writeFileSync(`${sandbox.sessionFolder}/${id}.info`, text, { mode: 0o600 });
    return id;
  });

const plantLive = (count: number): string[] => {
  const { pid = 0 } = process;
  return plant(box, count, pid, startTimeOf(pid));
};

/**
 * Runs `ai-sessions`; `peak` is the most memory that its process had, in MiB, since it became Node.js: getrusage(2) would
 * begin with what the test's own process had when it forked.
 */
const measured = (args: readonly string[]) => {
  const note = box.file('peak');
  const hook = box.file('hook.cjs');
  const copy = `fs.writeFileSync(${JSON.stringify(note)}, fs.readFileSync('/proc/self/status'))`;
  writeFileSync(hook, `const fs = require('fs');\nprocess.on('exit', () => ${copy});\n`);
  nodeWith(box, `--require=${hook}`);
  const result = runProgram(box, ['ai-sessions', ...args]);
  return { ...result, peak: Number(/^VmHWM:\s+(\d+) kB$/m.exec(box.read('peak'))?.[1]) / 1024 };
};

test.each<[string[], (ids: string[]) => string]>([
  [['--quiet'], (ids) => ids.map((id) => `${id}\n`).join('')],
  [[], (ids) => ids.map((id) => `  ID: ${id}\n`).join('')],
])(`${COUNT} live sessions %j take little memory`, (args, expected) => {
  const ids = plantLive(COUNT);
  const { status, stdout, stderr, peak } = measured(args);
  expect([status, stderr]).toEqual([0, '']);
  const lines = stdout.split('\n').filter((line) => line.includes('cc-aws-'));
  expect(`${lines.join('\n')}\n`).toBe(expected(ids));
  expect(peak).toBeGreaterThan(20);
  expect(peak).toBeLessThanOrEqual(70);
});

test(`${COUNT} dead sessions are cleared away in little memory`, () => {
  const { pid } = spawnSync('true');
  plant(box, COUNT, pid, '1');
  const { status, stdout, stderr, peak } = measured([]);
  expect({ status, stdout, stderr }).toEqual({
    status: 0,
    stdout: '\n=== Active AI Sessions ===\n\nNo active sessions.\n',
    stderr: '',
  });
  expect(box.sessions()).toEqual([]);
  expect(peak).toBeLessThanOrEqual(70);
});

test.each(['live', 'dead'])('%s sessions: no program is run but Node.js', (kind) => {
  if (kind === 'live') plantLive(300);
  else plant(box, 300, spawnSync('true').pid, '1');
  const under = [findProgram('strace'), '-f', '-q', '-e', 'trace=execve', '-o', box.file('trace')];
  expect(runProgram(box, [...under, 'ai-sessions']).status).toBe(0);
  const programs = [...box.read('trace').matchAll(/execve\("([^"]*)".* = 0$/gm)].map(
    ([, program]) => program,
  );
  expect(programs.filter((program) => program?.endsWith('/node'))).toHaveLength(1);
  expect(programs.at(-1)).toMatch(/\/node$/);
});
