import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fakeTool, inWork, ownProvider } from '../support/fake-tool.ts';
import { isRunning } from '../support/is-running.ts';
import { terminal } from '../support/pty.ts';
import { environment, listing } from '../support/run.ts';
import { ai, expectClean, leftovers, noted, processesWith, startAi, until } from '../support/run-sandbox.ts';
import { useSandbox } from '../support/sandbox.ts';
import { bash } from '../support/shells.ts';

const box = useSandbox({ env: { OWN_KEY: 'own-key' } });

/** Sleeps as the tool itself: `exec` keeps its pid. */
const LASTING = 'exec sleep 60';

/** The reaper's two processes; the launcher names a file of this sandbox in their arguments. */
const reapers = (): number[] => processesWith(`reap ${box.home}`);

const begin = async (...args: readonly string[]) => {
  const run = startAi(box, ['--apikey', ...args], { stdin: 'question' });
  expect(Number(await noted(box, 'pid'))).toBe(run.pid);
  return run;
};

beforeEach(() => ownProvider(box));

test.each([
  ['a success', [], 0],
  ['status 7', ['exit 7'], 7],
  ['a signal to itself', ['kill -TERM $$'], 143],
  ['SIGKILL', ['kill -KILL $$'], 137],
] as const)('%s of the tool is the status of the run, and nothing is left', async (_name, lines, status) => {
  fakeTool(box, lines);
  expect(await ai(box, ['--apikey'], { stdin: 'question' })).toMatchObject({ status });
  expect(box.read('stdin')).toBe('question');
  await expectClean(box);
  await until('the reapers are gone', () => reapers().length === 0);
});

test('while the tool runs it is listed with its own pid, and private files hold the prompt', async () => {
  fakeTool(box, [LASTING]);
  const run = await begin();
  expect(box.session()).toMatchObject({
    pid: String(run.pid),
    kind: 'script',
    tool: 'cc',
    provider: 'apikey',
  });
  expect(environment(box, 'env').AI_SESSION_ID).toBe(`cc-apikey-${run.pid}-${box.session().started_at}`);
  expect(listing(box)).toContain(`ID: cc-apikey-${run.pid}-`);
  const modes = spawnSync('find', [join(box.home, '.ai-runner'), '-type', 'f', '-printf', '%m\n']).stdout;
  expect(new Set(String(modes).trim().split('\n'))).toEqual(new Set(['600']));
  run.child.kill('SIGTERM');
  await run.ended;
  await expectClean(box);
});

test.each(['SIGKILL', 'SIGTERM', 'SIGHUP'] as const)(
  'nothing is left after %s from outside',
  async (signal) => {
    fakeTool(box, [LASTING]);
    const run = await begin();
    expect(leftovers(box)).not.toEqual([]);
    run.child.kill(signal);
    expect((await run.ended).status).toBeGreaterThan(128);
    await expectClean(box);
  },
);

test.each([0, 1])(
  'one reaper is enough: nothing is left though process %i of the two was killed',
  async (index) => {
    fakeTool(box, [LASTING]);
    const run = await begin();
    const pids = await until('two reapers', () => reapers().length === 2 && reapers());
    process.kill(pids[index] ?? 0, 'SIGKILL');
    run.child.kill('SIGTERM');
    await run.ended;
    await expectClean(box);
  },
);

test('both reapers killed: the next reader of the sessions removes the file', async () => {
  fakeTool(box, [LASTING]);
  const run = await begin();
  for (const pid of await until('two reapers', () => reapers().length === 2 && reapers()))
    process.kill(pid, 'SIGKILL');
  run.child.kill('SIGTERM');
  await run.ended;
  expect(box.sessions()).toHaveLength(1);
  expect(listing(box)).toContain('No active sessions.');
  expect(box.sessions()).toEqual([]);
});

test('a program that the tool leaves behind does not keep the session alive', async () => {
  fakeTool(box, ['sleep 30 >/dev/null 2>&1 &', 'echo $! >"$out/left"']);
  await ai(box, ['--apikey'], { stdin: 'question' });
  try {
    await expectClean(box);
  } finally {
    process.kill(Number(box.read('left')));
  }
});

test('a launcher that is killed while the plan is made starts nothing and leaves nothing', async () => {
  fakeTool(box);
  const secret = `echo $PPID >${box.file('node')}; until [ -e ${box.file('go')} ]; do sleep 0.05; done; echo key`;
  ownProvider(box, { apiKey: { command: ['sh', '-c', secret] } });
  const run = startAi(box, ['--apikey'], { stdin: 'question' });
  const node = Number(await noted(box, 'node'));
  run.child.kill('SIGKILL');
  await run.gone;
  writeFileSync(box.file('go'), '');
  await run.ended;
  await until('the planner is gone', () => !isRunning(node));
  await expectClean(box);
  expect(existsSync(box.file('pid'))).toBe(false);
});

test.each([
  ['a start hook fails', { hooks: { start: [['false']] } }],
  ['its secret cannot be had', { apiKey: { command: ['false'] } }],
])('a run that cannot start because %s leaves nothing', async (_name, settings) => {
  fakeTool(box);
  ownProvider(box, settings);
  expect(await ai(box, ['--apikey'], { stdin: 'question' })).toMatchObject({ status: 1, stdout: '' });
  expect(existsSync(box.file('pid'))).toBe(false);
  await expectClean(box);
});

describe('in a terminal', () => {
  test.each([
    ['its window is closed', (term: ReturnType<typeof terminal>) => term.close()],
    ['of Ctrl-C', (term: ReturnType<typeof terminal>) => term.send('\x03')],
    ['of Ctrl-\\', (term: ReturnType<typeof terminal>) => term.send('\x1c')],
  ])('nothing is left when a run ends because %s', async (_name, end) => {
    fakeTool(box, [LASTING]);
    const term = terminal(bash, box);
    await term.ready();
    term.send('ai --apikey\r');
    const pid = Number(await noted(box, 'pid'));
    expect(box.session()).toMatchObject({
      pid: String(pid),
      kind: 'run',
      tty: expect.stringMatching(/^\/dev\/pts\//),
    });
    end(term);
    await until('the tool is gone', () => !isRunning(pid));
    await expectClean(box);
    term.close();
  });
});

test('nothing of a run is in the folders before it starts or in those of the user', async () => {
  fakeTool(box);
  inWork(box, 'task.md', 'question\n');
  await ai(box, ['--apikey', 'task.md']);
  await expectClean(box);
  expect(readdirSync(box.work)).toEqual(['task.md']);
  expect(readFileSync(join(box.work, 'task.md'), 'utf8')).toBe('question\n');
});
