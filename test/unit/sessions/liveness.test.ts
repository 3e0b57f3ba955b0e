import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Claim, liveness } from '../../../src/sessions/liveness.ts';
import { bootTime, parseStat } from '../../../src/sessions/proc.ts';
import type { World } from '../../../src/world.ts';
import { deadPid, endProcesses, livePid, startTimeOf, zombiePid } from './processes.ts';
import { realFiles, removeSandboxes, sandbox } from './world.ts';

afterEach(async () => {
  await endProcesses();
  removeSandboxes();
});

const now = (): number => Math.floor(Date.now() / 1000);
const claim = (pid: number, rest: Partial<Claim> = {}): Claim => ({
  pid,
  startedAt: undefined,
  startTime: undefined,
  ...rest,
});
const judge = (claims: readonly Claim[], changes: Partial<World> = {}): boolean[] =>
  claims.map(liveness(sandbox(changes).world)(claims));

describe('on Linux', () => {
  test('a process is the one that was meant when its start time is', async () => {
    const pid = await livePid();
    const startTime = startTimeOf(pid);
    expect(
      judge([
        claim(pid, { startTime, startedAt: now() }),
        claim(pid, { startTime, startedAt: 5 }),
        claim(pid, { startTime: `${Number(startTime) + 1}`, startedAt: now() }),
        claim(deadPid(), { startTime, startedAt: now() }),
      ]),
    ).toEqual([true, true, false, false]);
  });

  test('without a start time, a process that began after the session is another one', async () => {
    const pid = await livePid();
    expect(
      judge([
        claim(pid, { startedAt: now() + 1 }),
        claim(pid, { startedAt: now() - 60 }),
        claim(pid),
        claim(deadPid(), { startedAt: now() }),
      ]),
    ).toEqual([true, false, true, false]);
  });

  test('a name of blanks and parentheses hides nothing', async () => {
    const program = join(sandbox().home, 'a) R 1 (b c');
    copyFileSync('/bin/sleep', program);
    const pid = await livePid(program);
    const claims = [
      claim(pid, { startTime: '1' }),
      claim(pid, { startedAt: now() - 60 }),
      claim(pid, { startedAt: now() + 1 }),
    ];
    expect(judge(claims)).toEqual([false, false, true]);
  });

  test('a zombie is dead', async () => {
    const pid = await zombiePid();
    expect(judge([claim(pid, { startTime: startTimeOf(pid), startedAt: now() })])).toEqual([false]);
  });

  test('in doubt a process lives: of another user, or behind an unreadable /proc', async () => {
    const read = (): never => {
      throw Object.assign(new Error('hidden'), { code: 'EACCES' });
    };
    const claims = [claim(await livePid(), { startTime: '1', startedAt: 5 })];
    expect(judge(claims, { files: { ...realFiles, readSmall: read } })).toEqual([true]);
  });

  test('in doubt about the time of boot a process lives', async () => {
    const read = (path: string): string => (path === '/proc/stat' ? 'cpu 1 2\n' : realFiles.read(path));
    const pid = await livePid();
    expect(judge([claim(pid, { startedAt: 5 })], { files: { ...realFiles, read } })).toEqual([true]);
  });
});

test('the time of boot is the one the kernel tells', () => {
  const { world } = sandbox({
    files: { ...realFiles, read: () => 'cpu  1 2 3\nbtime 1700000000\nprocesses 5\n' },
  });
  expect(bootTime(world)).toBe(1_700_000_000);
});

const TAIL = 'S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 4242 20 21\n';

test.each<[string, object | undefined]>([
  [`7 (sleep) ${TAIL}`, { state: 'S', startTime: '4242' }],
  [`7 (a) Z 1 (b c)) ${TAIL}`, { state: 'S', startTime: '4242' }],
  [`7 () Z 1 2 3 4 5) ${TAIL}`, { state: 'S', startTime: '4242' }],
  [`7 (\n) Z ) ${TAIL}`, { state: 'S', startTime: '4242' }],
  ['7 (sleep) S 1 2', undefined],
  ['', undefined],
])('%j has the start %j', (text, stat) => {
  expect(parseStat(text)).toEqual(stat);
});

describe('elsewhere', () => {
  const withPs = (stdout?: string) => {
    const calls: { argv: readonly string[]; env: World['env'] }[] = [];
    const real = sandbox().world;
    const run: World['run'] = (argv, options) => {
      calls.push({ argv, env: options.env });
      // What is in doubt lives: on a loaded machine ps may take longer than its limit, which is not what is tested.
      const patient = { ...options, timeoutMs: 60_000 };
      return stdout === undefined ? real.run(argv, patient) : { status: 0, stdout, stderr: '' };
    };
    return { calls, changes: { platform: 'darwin', run } as const };
  };

  test('ps is asked once about those that exist, in a fixed language and time zone', async () => {
    const [one, two] = [await livePid(), await livePid()];
    const { calls, changes } = withPs();
    const verdicts = judge(
      [
        claim(one, { startedAt: now() + 1 }),
        claim(deadPid(), { startedAt: now() }),
        claim(two, { startedAt: now() - 60, startTime: startTimeOf(two) }),
        claim(one),
      ],
      changes,
    );
    expect(verdicts).toEqual([true, false, false, true]);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.argv.slice(-2)).toEqual(['-p', `${one},${two}`]);
    expect(calls[0]?.env).toMatchObject({ LC_ALL: 'C', TZ: 'UTC' });
  });

  test('ps is not asked when nothing exists', () => {
    const { calls, changes } = withPs();
    expect(judge([claim(deadPid())], changes)).toEqual([false]);
    expect(calls).toEqual([]);
  });

  test.each<[string, (pid: number) => string, number, boolean]>([
    ['began before the session', (pid) => `  ${pid} Ss   Sun Nov 22 10:30:00 2026    \n`, 1795343400, true],
    ['began within two seconds', (pid) => `${pid} S Sun Nov  1 00:00:02 2026\n`, 1793491200, true],
    ['began three seconds later', (pid) => `${pid} S Sun Nov  1 00:00:03 2026\n`, 1793491200, false],
    ['is a zombie', (pid) => `${pid} Z+ Sun Nov 22 10:30:00 2026\n`, 1795343400, false],
    ['is not in the answer', () => '', 5, true],
    ['is answered for by nonsense', (pid) => `ps: illegal option\n${pid} S Sonntag\n`, 5, true],
  ])('a process that %s', (_, answer, startedAt, expected) => {
    const pid = process.pid;
    expect(judge([claim(pid, { startedAt })], withPs(answer(pid)).changes)).toEqual([expected]);
  });
});
