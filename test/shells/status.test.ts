import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { run, runProgram } from '../support/run.ts';
import { AWS_KEYS, sandbox, useSandbox } from '../support/sandbox.ts';
import { on, POSIX, SHELLS, type Shell } from '../support/shells.ts';

/** The session in the JSON that a scenario has left. */
interface Noted {
  readonly session: Record<string, unknown> | null;
  readonly sessions: number;
  readonly shell: Record<string, unknown>;
}

describe.each(SHELLS.map((shell) => [shell.name, shell] as const))('%s: ai-status', (name, shell) => {
  const box = useSandbox({ env: { ...AWS_KEYS, AWS_REGION: 'eu-west-1' } });
  const into = (key: string): string => `ai-status --json > ${shell.quote(box.file(key))}`;
  const noted = (key: string): Noted => JSON.parse(box.read(key)) as Noted;

  test('tells the session that this shell has started', () => {
    const result = run(shell, box, [on(shell, '--aws --opus'), into('status'), 'ai_off', into('after')]);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(noted('status')).toMatchObject({
      session: {
        standing: 'own',
        provider: 'aws',
        providerName: 'AWS Bedrock',
        model: 'eu.anthropic.claude-opus-5-5',
        auth: 'AWS credentials (access key)',
        payer: 'cloud',
        region: 'eu-west-1',
        kind: 'shell',
      },
      sessions: 1,
      shell: { id: name, integration: null },
    });
    expect(noted('after')).toMatchObject({ session: null, sessions: 0 });
  });

  test.each(SHELLS.map((inner) => [inner.name, inner] as const))(
    'tells a session that a child %s has inherited',
    (_, inner: Shell) => {
      const words = [inner.path, ...inner.code(`${into('status')}\nexit 0`)];
      const result = run(shell, box, [on(shell), words.map(shell.quote).join(' ')]);
      expect(result).toMatchObject({ status: 0, stderr: '' });
      expect(noted('status')).toMatchObject({ session: { standing: 'inherited', provider: 'aws' } });
    },
  );

  test.each(SHELLS.map((next) => [next.name, next] as const))(
    'tells a session whose shell was replaced by %s',
    (_, next: Shell) => {
      const words = [next.path, ...next.code(`${into('status')}\nexit 0`)].map(shell.quote).join(' ');
      expect(run(shell, box, [on(shell), `exec ${words}`])).toMatchObject({ status: 0, stderr: '' });
      expect(noted('status')).toMatchObject({ session: { standing: 'replaced', provider: 'aws' } });
    },
  );

  test('tells a session of another user', () => {
    chmodSync(box.file('..'), 0o777);
    chmodSync(box.file(''), 0o777);
    chmodSync(box.root, 0o755);
    // Process 1 is root's, and never ours where we are not.
    const env = { HOME: '/nowhere', AI_SESSION_ID: 'cc-aws-1-1704067200', AI_SESSION_PROVIDER: 'aws' };
    run(shell, box, [into('status')], { env, ...(process.getuid?.() === 0 && { uid: 65534 }) });
    expect(noted('status')).toMatchObject({ session: { standing: 'inherited', provider: 'aws' } });
  });

  test('counts as many sessions as ai-sessions lists', () => {
    const other = [shell.path, ...shell.code(`${on(shell)}\n${into('status')}\nai-sessions --quiet\nexit 0`)];
    const result = run(shell, box, [on(shell), other.map(shell.quote).join(' ')]);
    expect(result.stdout.trim().split('\n')).toHaveLength(2);
    expect(noted('status').sessions).toBe(2);
  });

  test('tells a session that has ended elsewhere', () => {
    const lost = `rm ${shell.quote(box.sessionFolder)}/*.info`;
    const result = run(shell, box, [on(shell, '--aws --model m1'), lost, into('status'), 'ai-status']);
    expect(noted('status')).toMatchObject({
      session: { standing: 'ended', provider: 'aws', tool: 'cc', model: 'm1', startedAt: null },
      sessions: 0,
    });
    expect(result.stdout).toMatch(/^This shell {3}aws .+ m1$/m);
    expect(result.stdout).toContain('ended elsewhere, or not listed: ai_off restores this shell');
    expect(result.status).toBe(0);
  });
});

describe.each(POSIX.map((shell) => [shell.name, shell] as const))('%s: a subshell', (_, shell) => {
  const box = useSandbox({ env: AWS_KEYS });

  test.each([
    ['a command substitution', (line: string) => `x=$(${line}; true)`],
    ['parentheses', (line: string) => `(${line}; true)`],
    ['a pipeline', (line: string) => `{ ${line}; true; } | cat`],
  ])('is the shell itself: %s', (_title, wrapped) => {
    const line = `ai-status --json > ${shell.quote(box.file('status'))}`;
    expect(run(shell, box, [on(shell), wrapped(line)])).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(box.read('status'))).toMatchObject({ session: { standing: 'own' } });
  });
});

describe('the integration', () => {
  const box = useSandbox();

  test.each([
    ['bash', '.bashrc', 'eval "$(ai init bash)"', true],
    ['bash', '.bashrc', '# eval "$(ai init bash)"', false],
    ['bash', '.zshrc', 'eval "$(ai init bash)"', false],
    ['zsh', '.zshrc', 'eval "$(ai init zsh --prompt)"', true],
    ['fish', '.config/fish/config.fish', 'ai init fish | source', true],
    ['fish', '.config/fish/conf.d/ai.fish', 'ai init fish | source', true],
  ])('of %s is known from %s: %s', (name, file, line, loaded) => {
    const shell = SHELLS.find((each) => each.name === name) as Shell;
    const path = box.plant(file, `true\n${line}\n`);
    run(shell, box, [`ai-status --json > ${shell.quote(box.file('status'))}`]);
    expect(JSON.parse(box.read('status'))).toMatchObject({
      shell: { id: name, integration: loaded ? path : null },
    });
  });
});

test('without a home folder there is a status, too', () => {
  const box = sandbox();
  const result = runProgram(box, ['ai-status', '--json'], { env: { HOME: join(box.root, 'gone') } });
  box.remove();
  expect(result).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(result.stdout)).toMatchObject({ session: null, sessions: 0, config: { path: null } });
});
