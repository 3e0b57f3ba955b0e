import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { otherProcesses } from '../../../src/sessions/other-processes.ts';
import { type ProcessInfo, processTable, programOf } from '../../../src/sessions/process-table.ts';
import { endProcesses, livePid } from './processes.ts';
import { realFiles, removeSandboxes, sandbox } from './world.ts';

afterEach(async () => {
  await endProcesses();
  removeSandboxes();
});

const table = (rows: readonly ProcessInfo[]) => new Map(rows.map((row) => [row.pid, row]));

const find = (rows: readonly ProcessInfo[], tracked: readonly number[] = []) =>
  otherProcesses(sandbox({ platform: 'darwin' }).world, table(rows), new Set(tracked));

test.each<[string, string | undefined]>([
  ['claude', 'cc'],
  ['claude --resume x', 'cc'],
  ['/home/user/.local/bin/claude -p hello', 'cc'],
  ['node /usr/local/bin/claude', 'cc'],
  ['node --max-old-space-size=4096 /usr/lib/node_modules/@anthropic-ai/claude-code/cli.js', 'cc'],
  ['/opt/claude-code/bin/claude.exe', 'cc'],
  ['codex exec', 'codex'],
  ['bun /usr/bin/codex.js', 'codex'],
  ['vim claude', undefined],
  ['node server.js claude', undefined],
  ['claude-monitor', undefined],
  ['/home/claude/bin/bash', undefined],
  ['node', undefined],
  ['', undefined],
])('%j is a process of %s', (cmd, tool) => {
  expect(find([{ pid: 5, ppid: 1, cmd }]).map((process) => process.tool)).toEqual(tool ? [tool] : []);
});

test('nothing of a command line but the name of its program comes through', () => {
  const [process] = find([
    { pid: 5, ppid: 1, cmd: '/opt/claude --api-key sk-secret/part --settings {"k":"v"}' },
  ]);
  expect(process).toEqual({ pid: 5, tool: 'cc', name: 'claude', cwd: undefined });
});

test('what a session started, however deep, is no other process', () => {
  const rows = [
    { pid: 10, ppid: 1, cmd: '-zsh' },
    { pid: 11, ppid: 10, cmd: 'make' },
    { pid: 12, ppid: 11, cmd: 'claude' },
    { pid: 13, ppid: 1, cmd: 'claude' },
    { pid: 14, ppid: 14, cmd: 'codex' },
  ];
  expect(find(rows, [10]).map(({ pid }) => pid)).toEqual([13]);
  expect(find(rows, [13]).map(({ pid }) => pid)).toEqual([12]);
});

test('a launcher and its program are one process', () => {
  const rows = [
    { pid: 20, ppid: 1, cmd: 'node /usr/bin/codex' },
    { pid: 21, ppid: 20, cmd: '/usr/lib/node_modules/@openai/codex/vendor/bin/codex' },
    { pid: 22, ppid: 20, cmd: 'claude' },
  ];
  expect(find(rows).map(({ pid }) => pid)).toEqual([20, 22]);
});

test('the directory is the one the kernel tells, where it does', () => {
  const row = { pid: 5, ppid: 1, cmd: 'claude' };
  const paths: string[] = [];
  const realpath = (path: string): string => {
    paths.push(path);
    return '/home/user/app';
  };
  const linux = sandbox({ platform: 'linux', files: { ...realFiles, realpath } });
  expect(otherProcesses(linux.world, table([row]), new Set())).toMatchObject([{ cwd: '/home/user/app' }]);
  expect(paths).toEqual(['/proc/5/cwd']);
  const hidden = {
    ...realFiles,
    realpath: (): never => realFiles.realpath(join(linux.home, 'nowhere')) as never,
  };
  expect(
    otherProcesses(sandbox({ platform: 'linux', files: hidden }).world, table([row]), new Set()),
  ).toMatchObject([{ cwd: undefined }]);
});

test.each([
  ['-bash', 'bash'],
  ['/usr/bin/zsh -i', 'zsh'],
  ['claude /secret/path', 'claude'],
  ['', ''],
])('the program of %j is %j', (cmd, program) => {
  expect(programOf(cmd)).toBe(program);
});

test('a real process is found in the real table', async () => {
  const folder = join(sandbox().home, 'bin');
  mkdirSync(folder);
  copyFileSync('/bin/sleep', join(folder, 'claude'));
  const pid = await livePid(join(folder, 'claude'));
  const all = await processTable();
  const box = sandbox();
  expect(all.get(pid)).toMatchObject({ pid, ppid: process.pid });
  expect(otherProcesses(box.world, all, new Set())).toContainEqual({
    pid,
    tool: 'cc',
    name: 'claude',
    cwd: process.cwd(),
  });
});

test.each<[string, string, RegExp]>([
  ['does not know the options', 'echo "ps: unrecognized option: p" >&2; exit 1', /unrecognized option/],
  ['prints too much', 'while :; do echo 0123456789012345678901234567890123456789; done', /maxBuffer/],
  ['names nobody', 'echo PID', /named no process/],
  ['complains', 'echo "1 0 0 0 init"; echo "no /proc" >&2', /no \/proc/],
])('a ps that %s is an error, not an empty machine', (_, script, message) => {
  const folder = sandbox().home;
  const bundle = join(folder, 'process-table.cjs');
  execFileSync(join(process.cwd(), 'node_modules/.bin/esbuild'), [
    join(process.cwd(), 'src/sessions/process-table.ts'),
    '--bundle',
    '--platform=node',
    '--format=cjs',
    '--log-level=error',
    `--outfile=${bundle}`,
  ]);
  writeFileSync(join(folder, 'ps'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const ask = `require(${JSON.stringify(bundle)}).processTable().then((t) => console.log(t), (e) => console.log(e.message))`;
  // A process of its own: find-process looks for ps on the PATH of the process that it runs in.
  const answer = execFileSync(process.execPath, ['-e', ask], { env: { PATH: folder }, encoding: 'utf8' });
  expect(answer).toMatch(message);
});
