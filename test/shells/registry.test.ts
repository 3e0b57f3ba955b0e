import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listing, run, runProgram } from '../support/run.ts';
import { AWS_KEYS, fields, useSandbox } from '../support/sandbox.ts';
import { fish, on, SHELLS, type Shell } from '../support/shells.ts';

const COUNT = 50;

/** Shell number `index` of the crowd, and how it ends: by itself, by `exit N`, or by off. */
const member = (index: number): { shell: Shell; ending: string } => {
  const shell = SHELLS[index % SHELLS.length] ?? fish;
  return { shell, ending: ['true', 'exit 7', 'ai_off'][Math.floor(index / SHELLS.length) % 3] ?? '' };
};

describe('many shells in one home', () => {
  const box = useSandbox({ env: AWS_KEYS });

  const complaints: string[] = [];
  beforeEach(() => void complaints.splice(0));

  const start = (index: number): ChildProcess => {
    const { shell, ending } = member(index);
    const script = box.file(`script-${index}`);
    writeFileSync(script, `${[on(shell), 'echo ready', 'read line', ending].join('\n')}\n`);
    const stdio = ['pipe', 'pipe', 'pipe'] as const;
    const child = spawn(shell.path, shell.file(script), { cwd: box.work, env: box.env, stdio: [...stdio] });
    child.stderr.on('data', (text: Buffer) => complaints.push(`${shell.name}: ${text}`));
    return child;
  };

  const ready = async (child: ChildProcess): Promise<void> => {
    for await (const chunk of child.stdout ?? []) if (String(chunk).includes('ready')) return;
    throw new Error('a shell ended before it was ready');
  };

  const end = async (child: ChildProcess): Promise<void> => {
    const closed = once(child, 'exit');
    child.stdin?.end('\n');
    await closed;
  };

  test(`${COUNT} at once: as many whole files while they live, none afterwards`, async () => {
    const children = Array.from({ length: COUNT }, (_, index) => start(index));
    try {
      await Promise.all(children.map(ready));
      expect(complaints).toEqual([]);
      const sessions = box
        .sessions()
        .map((name) => fields(readFileSync(join(box.sessionFolder, name), 'utf8')));
      expect(box.sessions()).toEqual(sessions.map(({ id }) => `${id}.info`).sort());
      expect(sessions.map(({ pid }) => Number(pid)).sort()).toEqual(children.map(({ pid }) => pid).sort());
      expect(listing(box)).toContain(`Total sessions: ${COUNT}\n`);
      await Promise.all(children.map(end));
      expect([box.sessions(), box.litter()]).toEqual([[], []]);
    } finally {
      for (const child of children) child.kill('SIGKILL');
    }
  });

  test('a reader that looks while sessions begin and end never finds a half-written file', async () => {
    const crowd = Array.from({ length: 12 }, (_, index) => start(index));
    const ended = Promise.all(crowd.map((child) => ready(child).then(() => end(child))));
    let busy = true;
    const stop = () => {
      busy = false;
    };
    ended.then(stop, stop);
    do {
      const look = spawn('ai-sessions', [], { env: box.env, stdio: ['ignore', 'ignore', 'pipe'] });
      let said = '';
      look.stderr.on('data', (data) => {
        said += String(data);
      });
      expect(await once(look, 'close')).toEqual([0, null]);
      expect(said).toBe('');
    } while (busy);
    await ended;
    expect(box.sessions()).toEqual([]);
  });
});

describe.each(SHELLS)('$name: the registry', (shell) => {
  const box = useSandbox({ env: AWS_KEYS });

  test('a killed shell is not listed and its file is pruned, a living one stays', () => {
    run(shell, box, [on(shell), `kill -KILL ${shell.pid}`]);
    const [dead] = box.sessions();
    const result = run(shell, box, [
      on(shell),
      'ai-sessions --quiet',
      shell.say('id', shell.value('AI_SESSION_ID')),
    ]);
    expect(result.stdout).toBe(`${result.said.id}\nid=${result.said.id}\n`);
    expect(`${result.said.id}.info`).not.toBe(dead);
    expect(box.sessions()).toEqual([]);
  });

  test('a pid that somebody else has now is seen', () => {
    run(shell, box, [on(shell), `kill -KILL ${shell.pid}`]);
    const [name = ''] = box.sessions();
    const { pid = '' } = box.session();
    const old = join(box.sessionFolder, name);
    const text = readFileSync(old, 'utf8').replaceAll(`-${pid}-`, `-${process.pid}-`);
    const reused = text.replace(`pid=${pid}\n`, `pid=${process.pid}\n`);
    writeFileSync(join(box.sessionFolder, name.replace(pid, String(process.pid))), reused);
    rmSync(old);
    expect(box.session()).toMatchObject({
      pid: String(process.pid),
      start_time: expect.stringMatching(/^\d+$/),
    });
    expect(listing(box)).toContain('No active sessions.');
    expect(box.sessions()).toEqual([]);
  });

  test('garbage in the folder hinders neither on nor off, and stays', () => {
    const garbage = { '.info': '', 'x.info': '\0\xff', 'cc-aws-1-1.info': 'pid=', 'notes.txt': 'mine' };
    for (const [name, text] of Object.entries(garbage)) box.plant(`.ai-runner/sessions/${name}`, text);
    const result = run(shell, box, [
      on(shell),
      shell.say('on', shell.status),
      'ai_off',
      shell.say('off', shell.status),
    ]);
    expect(result.said).toEqual({ on: '0', off: '0' });
    expect(box.sessions()).toEqual(Object.keys(garbage).sort());
  });

  test('cleanup hooks run once when the shell ends, by off and by exit, with the session’s variables', () => {
    const note = [
      '/bin/sh',
      '-c',
      `echo "$AI_SESSION_PROVIDER \${ANTHROPIC_MODEL-UNSET}" >> ${box.file('notes')}`,
    ];
    const provider = { hooks: { cleanup: [note] } };
    box.plant('.ai-runnerrc', JSON.stringify({ providers: { ollama: provider } }));
    const begin = on(shell, '--ollama --model m');
    const lines = [begin, 'ai_off', `echo off >> ${box.file('notes')}`, begin, 'exit 7'];
    expect(run(shell, box, lines)).toMatchObject({ status: 7, stdout: '', stderr: '' });
    expect(box.read('notes')).toBe('ollama m\noff\nollama m\n');
    expect(runProgram(box, ['ai-sessions', '--quiet']).stdout).toBe('');
  });
});
