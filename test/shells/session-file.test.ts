import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listing, run } from '../support/run.ts';
import { AWS_KEYS, fields, type Sandbox, useSandbox } from '../support/sandbox.ts';
import { on, SHELLS, type Shell } from '../support/shells.ts';

const modes = (path: string): string => (lstatSync(path).mode & 0o7777).toString(8);

/** Field 22 of `/proc/PID/stat` of the shell itself (proc(5)), read by a child while the shell lives. */
const startTime = (shell: Shell): string =>
  shell.say('start', `$(sed 's/.*) //' /proc/${shell.pid}/stat | cut -d' ' -f20)`);

/** Ends by SIGKILL, so that the file stays as it was written. */
const die = (shell: Shell): string => `kill -KILL ${shell.pid}`;

const text = (box: Sandbox): string => readFileSync(join(box.sessionFolder, box.sessions()[0] ?? ''), 'utf8');

describe.each(SHELLS)('$name: the session file', (shell) => {
  const box = useSandbox({ env: AWS_KEYS });

  test('names the shell that evaluates, its start, the choice and the credential, not its secret', () => {
    const from = Math.floor(Date.now() / 1000);
    const { said } = run(shell, box, [
      ...[
        on(shell),
        shell.say('pid', shell.pid),
        startTime(shell),
        shell.say('id', shell.value('AI_SESSION_ID')),
      ],
      die(shell),
    ]);
    const { pid = '', start = '', id = '' } = said;
    const session = box.session();
    expect(session).toMatchObject({
      ...{
        file: `${id}.info`,
        id,
        pid,
        start_time: start,
        tool: 'cc',
        provider: 'aws',
        provider_name: 'AWS Bedrock',
      },
      ...{ auth: 'AWS credentials (access key)', payer: 'cloud', region: 'us-east-1', kind: 'shell' },
      ...{ shell: shell.name, cwd: box.work, model: expect.stringContaining('claude-opus') },
    });
    expect(id).toBe(`cc-aws-${pid}-${session.started_at}`);
    expect(Number(session.started_at)).toBeGreaterThanOrEqual(from);
    expect(Number(session.started_at)).toBeLessThanOrEqual(Math.ceil(Date.now() / 1000));
    expect(text(box)).not.toContain(AWS_KEYS.AWS_SECRET_ACCESS_KEY);
    expect(text(box)).not.toContain(AWS_KEYS.AWS_ACCESS_KEY_ID);
  });

  // Only Linux has a name for a process that can be changed and could be mistaken for fields of its state.
  for (const name of existsSync('/proc/self/comm') ? ['a) 1 2 (b) 3', ') ) ) ) )', 'a b c d'] : []) {
    test(`knows the start of a process that calls itself ${name}`, () => {
      const rename = `printf %s ${shell.quote(name)} >/proc/${shell.pid}/comm`;
      const { said } = run(shell, box, [rename, on(shell), startTime(shell), die(shell)]);
      expect(box.session().start_time).toBe(said.start);
      expect(said.start).toMatch(/^\d+$/);
    });
  }

  test('has one key=value a line', () => {
    run(shell, box, [on(shell), die(shell)]);
    const lines = text(box).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.filter((line) => !/^[a-z_]+=[\x20-\x7e]*$/.test(line))).toEqual([]);
    expect(Object.keys(fields(text(box)))).toHaveLength(lines.length);
  });

  test.each(['000', '022', '027', '077'])('is private under umask %s, which stays', (umask) => {
    const lines = ['mkdir -p "$HOME/.ai-runner"', on(shell), `umask ${umask}`, 'ai_off', on(shell)];
    const check = ['umask', die(shell)];
    expect(run(shell, box, [...lines, ...check]).stdout).toMatch(new RegExp(`^0?${umask}\\n$`));
    expect(box.sessions()).toHaveLength(1);
    expect(modes(join(box.sessionFolder, box.sessions()[0] ?? ''))).toBe('600');
    expect(modes(box.sessionFolder)).toBe('700');
  });

  test('begins with whose it is and ends with its kind: until then readers take it for unfinished', () => {
    run(shell, box, [on(shell), die(shell)]);
    const keys = text(box)
      .trimEnd()
      .split('\n')
      .map((line) => line.split('=')[0]);
    expect([...keys.slice(0, 3), keys.at(-1)]).toEqual(['id', 'pid', 'start_time', 'kind']);
  });

  test('makes its folders private from the start', () => {
    run(shell, box, ['umask 000', on(shell), die(shell)]);
    expect([modes(join(box.home, '.ai-runner')), modes(box.sessionFolder)]).toEqual(['700', '700']);
  });

  test('is listed while the shell lives', () => {
    const result = run(shell, box, [on(shell), 'ai-sessions', shell.say('id', shell.value('AI_SESSION_ID'))]);
    expect(result.stdout).toContain('=== Active AI Sessions ===');
    expect(result.stdout).toContain(`  ID: ${result.said.id}\n  Provider: AWS Bedrock\n`);
    expect(result.stdout).toContain('Total sessions: 1\n');
    expect(listing(box)).toContain('No active sessions.');
  });

  test('goes where AI_RUNNER_HOME says', () => {
    const elsewhere = join(box.root, 'else where');
    const result = run(shell, box, [on(shell), '/bin/ls "$AI_RUNNER_HOME/sessions" | cat', 'ai_off'], {
      env: { AI_RUNNER_HOME: elsewhere },
    });
    expect(result.stdout).toMatch(/^cc-aws-\d+-\d+\.info\n$/);
    expect(box.sessions()).toEqual([]);
  });

  test('is newline-proof: a working folder with one cannot add fields', () => {
    run(shell, box, ["mkdir 'a\nprovider=evil'", "cd 'a\nprovider=evil'", on(shell), die(shell)]);
    expect(box.session()).toMatchObject({ provider: 'aws', cwd: expect.stringContaining('work/a') });
  });
});
