import * as fs from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../../src/errors.ts';
import { run, type SessionsArgs, type SessionsContext } from '../../../src/sessions/command.ts';
import type { Named } from '../../../src/sessions/filter.ts';
import { format } from '../../../src/sessions/session-file.ts';
import { AWS, OLLAMA, PROVIDERS, session, TOOLS } from './example.ts';
import { deadPid, endProcesses, livePid, startTimeOf } from './processes.ts';
import { removeSandboxes, type Sandbox, sandbox } from './world.ts';

afterEach(async () => {
  await endProcesses();
  removeSandboxes();
});

const configured = (): Named[] => [{ id: 'mygw', title: 'My gateway', flags: [] }];

const context = (changes: Partial<SessionsContext> = {}): SessionsContext => ({
  tools: TOOLS,
  known: async () => ({ providers: PROVIDERS, tools: TOOLS, configured }),
  ended: () => {},
  processes: async () => new Map(),
  ...changes,
});

/** A world with three live sessions: on AWS, on Ollama, and of Codex on a provider that nobody configures. */
const threeSessions = async (
  changes: Parameters<typeof sandbox>[0] = {},
): Promise<Sandbox & { pid: number }> => {
  const box = sandbox(changes);
  const pid = await livePid();
  const third = session({ tool: 'codex', provider: 'old-gw', providerName: 'Old gateway' });
  for (const [index, each] of [AWS, OLLAMA, third].entries()) {
    const startedAt = 1_704_067_200 + index;
    const id = `${each.tool}-${each.provider}-${pid}-${startedAt}`;
    box.write(`${id}.info`, format({ ...each, id, pid, startedAt, startTime: startTimeOf(pid) }));
  }
  return { ...box, pid };
};

const printed = async (box: Sandbox, args: SessionsArgs, changes: Partial<SessionsContext> = {}) => {
  const status = await run(box.world, args, context(changes));
  return { status, out: box.out(), err: box.err() };
};

const tools = (out: string): string[] => [...out.matchAll(/^ {2}ID: (\w+-\w+)/gm)].map(([, id = '']) => id);

test('without sessions the answer is complete and the status 0', async () => {
  expect(await printed(sandbox(), {})).toEqual({
    status: 0,
    out: '\n=== Active AI Sessions ===\n\nNo active sessions.\n',
    err: '',
  });
});

test.each<[SessionsArgs, string[]]>([
  [{}, ['cc-aws', 'cc-ollama', 'codex-old']],
  [{ provider: 'aws' }, ['cc-aws']],
  [{ provider: 'AWS' }, ['cc-aws']],
  [{ provider: 'AWS Bedrock' }, ['cc-aws']],
  [{ provider: 'aws-bedrock' }, ['cc-aws']],
  [{ provider: 'ol' }, ['cc-ollama']],
  [{ provider: 'old gateway' }, ['codex-old']],
  [{ provider: 'old-gw' }, ['codex-old']],
  [{ provider: 'mygw' }, []],
  [{ provider: 'my gateway' }, []],
  [{ tool: 'cc' }, ['cc-aws', 'cc-ollama']],
  [{ tool: 'claude-code' }, ['cc-aws', 'cc-ollama']],
  [{ tool: 'CODEX CLI' }, ['codex-old']],
  [{ tool: 'cc', provider: 'ollama' }, ['cc-ollama']],
  [{ tool: 'codex', provider: 'aws' }, []],
])('%j lists %j', async (args, expected) => {
  const { status, out } = await printed(await threeSessions(), args);
  expect(status).toBe(0);
  expect(tools(out)).toEqual(expected);
  expect(out).toContain(
    expected.length > 0 ? `Total sessions: ${expected.length}\n` : 'No active sessions.\n',
  );
});

test.each<[SessionsArgs, string, string]>([
  [
    { provider: 'awss' },
    'unknown provider "awss"',
    'Did you mean "aws"? Known providers: aws, ollama, mygw, old-gw.',
  ],
  [
    { provider: 'bed\x1brock' },
    'unknown provider "bed\\x1brock"',
    'Known providers: aws, ollama, mygw, old-gw.',
  ],
  [{ tool: 'aider' }, 'unknown tool "aider"', 'Known tools: cc, codex.'],
  [{ provider: ' ' }, '--provider needs a name', ''],
  [{ watch: 'often' }, '--watch cannot be "often"', 'Give the seconds between two looks, 0.1 to 3600.'],
  [{ watch: '0' }, '--watch cannot be "0"', 'Give the seconds between two looks, 0.1 to 3600.'],
  [{ watch: '' }, '--watch draws on a terminal, and stdout is none', 'Leave --watch out.'],
])('%j is a usage error', async (args, message, hint) => {
  const box = await threeSessions();
  const error = await run(box.world, args, context()).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UsageError);
  expect(error).toMatchObject({ message, hint: hint === '' ? undefined : hint, code: 2 });
  expect(box.out()).toBe('');
});

test('a built-in name needs no configuration, and a broken one does not matter to it', async () => {
  const broken = (): never => {
    throw new Error('broken configuration');
  };
  const known = async () => ({ providers: PROVIDERS, tools: TOOLS, configured: broken });
  const { out } = await printed(await threeSessions(), { provider: 'aws', tool: 'cc' }, { known });
  expect(tools(out)).toEqual(['cc-aws']);
});

test('--quiet prints ids, --json an array of the same sessions', async () => {
  const box = await threeSessions();
  const quiet = await printed(box, { quiet: true, tool: 'cc' });
  expect(quiet.out).toBe(`cc-aws-${box.pid}-1704067200\ncc-ollama-${box.pid}-1704067201\n`);
  expect((await printed(sandbox(), { json: true })).out).toBe('[]\n');
  const rows: unknown[] = JSON.parse((await printed(await threeSessions(), { json: true })).out);
  expect(rows).toMatchObject([{ provider: 'aws' }, { provider: 'ollama' }, { toolName: 'Codex CLI' }]);
  expect(rows[0]).not.toHaveProperty('tracked');
});

const PROCESSES = (pid: number) =>
  new Map([
    [pid, { pid, ppid: 1, cmd: '/bin/zsh -i' }],
    [900001, { pid: 900001, ppid: pid, cmd: 'claude' }],
    [900002, { pid: 900002, ppid: 1, cmd: 'claude --settings {"key":"sk-secret"}' }],
    [900003, { pid: 900003, ppid: 1, cmd: 'codex' }],
  ]);

test('--all lists what was started by other means, under its own headline', async () => {
  const box = await threeSessions();
  const { out, status } = await printed(box, { all: true }, { processes: async () => PROCESSES(box.pid) });
  expect(status).toBe(0);
  expect(out).toContain('Total sessions: 3\n\n=== Other AI Processes ===\n\nProcess 1:\n  PID: 900002\n');
  expect(out).toContain('  PID: 900003\n  Name: codex\n');
  expect(out).toMatch(/\n\nTotal processes: 2\n$/);
  expect(out).not.toContain('sk-secret');
});

test.each<[SessionsArgs, [string, boolean][]]>([
  [
    {},
    [
      ['cc', true],
      ['cc', true],
      ['codex', true],
      ['cc', false],
      ['codex', false],
    ],
  ],
  [
    { tool: 'codex' },
    [
      ['codex', true],
      ['codex', false],
    ],
  ],
  [{ provider: 'aws' }, [['cc', true]]],
])('--all --json %j tells which are tracked', async (args, expected) => {
  const box = await threeSessions();
  const processes = async () => PROCESSES(box.pid);
  const { out } = await printed(box, { ...args, all: true, json: true }, { processes });
  const rows: { tool: string; tracked: boolean }[] = JSON.parse(out);
  expect(rows.map(({ tool, tracked }) => [tool, tracked])).toEqual(expected);
});

test('--long names the processes, asking once', async () => {
  const box = await threeSessions();
  const processes = jest.fn(async () => PROCESSES(box.pid));
  const { out } = await printed(box, { long: true, all: true }, { processes });
  expect(out.match(/^ {2}Process: zsh$/gm)).toHaveLength(3);
  expect(processes).toHaveBeenCalledTimes(1);
});

test('--long alone lists no other processes', async () => {
  const box = await threeSessions();
  const { out } = await printed(box, { long: true }, { processes: async () => PROCESSES(box.pid) });
  expect(out).toMatch(/ {2}Process: zsh\n\nTotal sessions: 3\n$/);
});

test('without --long and --all no process is asked about', async () => {
  const processes = jest.fn(async () => new Map());
  await printed(await threeSessions(), {}, { processes });
  expect(processes).not.toHaveBeenCalled();
});

test.each<[SessionsArgs, number]>([
  [{ long: true }, 0],
  [{ all: true }, 1],
])('%j says on stderr when processes cannot be listed', async (args, expected) => {
  const processes = (): never => {
    throw new Error('stdout maxBuffer length exceeded');
  };
  const { status, out, err } = await printed(await threeSessions(), args, { processes });
  expect(status).toBe(expected);
  expect(err).toBe(
    'warning: the processes of this machine could not be listed: stdout maxBuffer length exceeded\n',
  );
  expect(out).toContain('Total sessions: 3\n');
  expect(out).not.toContain('Other AI Processes');
});

test('warnings go to stderr, and the dead to whoever cleans up after them', async () => {
  const box = await threeSessions();
  const dead = `cc-aws-${deadPid()}-5`;
  box.write(`${dead}.info`, 'cleanup=1\n');
  fs.mkdirSync(join(box.folder, 'x.info'));
  const ended = jest.fn();
  const { out, err } = await printed(box, {}, { ended });
  expect(tools(out)).toHaveLength(3);
  expect(err).toBe(`warning: ${join(box.folder, 'x.info')} is skipped: it is not a regular file\n`);
  expect(ended).toHaveBeenCalledWith([expect.objectContaining({ id: dead, cleanup: true })]);
});

test.each<[object, boolean]>([
  [{}, true],
  [{ NO_COLOR: '1' }, false],
  [{ TERM: 'dumb' }, false],
])('a terminal with %j gets colour: %s', async (env, colour) => {
  const box = sandbox({ stdout: { isTTY: true, columns: 80 }, env: { ...env } });
  const { out } = await printed(box, {});
  expect(out.includes('\x1b[1m=== Active AI Sessions ===\x1b[22m')).toBe(colour);
});

test('a long listing is written as it comes', async () => {
  const writes: string[] = [];
  const box = await threeSessions({ out: (text) => writes.push(text) });
  for (let index = 0; index < 60; index++) {
    const id = `cc-aws-${box.pid}-${1_704_100_000 + index}`;
    box.write(`${id}.info`, format({ ...AWS, id, pid: box.pid, startTime: startTimeOf(box.pid) }));
  }
  await run(box.world, {}, context());
  expect(writes).toHaveLength(2);
  expect(writes.join('')).toMatch(/^\n=== Active(?:.|\n)*\nTotal sessions: 63\n$/);
});

test('--watch draws until something ends it', async () => {
  const drawn: string[] = [];
  const box = await threeSessions({
    stdout: { isTTY: true, columns: 80 },
    env: { NO_COLOR: '1' },
    out: (text) => {
      if (drawn.length === 4) throw new Error('the terminal is gone');
      drawn.push(text);
    },
  });
  await expect(run(box.world, { watch: '0.1', provider: 'aws' }, context())).rejects.toThrow(
    'the terminal is gone',
  );
  expect(drawn[0]).toBe('\x1b[H\x1b[J');
  expect(drawn[1]).toContain('Total sessions: 1\n');
  expect(drawn.slice(2)).toEqual(drawn.slice(0, 2));
});

test('ids choose among the live sessions, whatever their order', async () => {
  const box = await threeSessions();
  const [aws, ollama] = [`cc-aws-${box.pid}-1704067200`, `cc-ollama-${box.pid}-1704067201`];
  await run(box.world, { quiet: true, ids: [ollama, aws] }, context());
  expect(box.out()).toBe(`${aws}\n${ollama}\n`);
});

test('an id that no live session has is an error that names the nearest', async () => {
  const box = await threeSessions();
  const error = await run(box.world, { ids: [`cc-aws-${box.pid}-170406720`] }, context()).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ code: 1, hint: `Did you mean cc-aws-${box.pid}-1704067200?` });
  expect(box.out()).toBe('');
});
