import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../support/find-program.ts';
import { environment, run } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { CONFLICTS } from '../support/session-env.ts';
import { dumpEnv, on, SHELLS, type Shell } from '../support/shells.ts';

const ORIGINAL = 'sk-ant-original-secret';
const RESOLVED = `sk-"$(x)'\\ resolved`;
const SECRETS = [
  ...Object.values(AWS_KEYS),
  ...Object.values(CONFLICTS).filter((value) => value.includes('original')),
  ORIGINAL,
];

const TRACE: Readonly<Record<Shell['name'], string>> = {
  bash: 'set -x',
  zsh: 'set -x',
  fish: 'set -g fish_trace 1',
};
const NO_TRACE: Readonly<Record<Shell['name'], string>> = {
  bash: '{ set +x; } 2>/dev/null',
  zsh: '{ set +x } 2>/dev/null',
  fish: 'set -e fish_trace',
};

const shows = (text: string, secrets: readonly string[]): string[] =>
  secrets.filter((secret) => text.includes(secret));

/** What is traced after a session began; the last line must show in the trace. */
const traced = (shell: Shell): readonly (readonly [string, readonly string[]])[] => [
  ['on and off', ['ai_off']],
  ['on and the end of the shell', ['exit 0']],
  ['a switch', [on(shell, '--apikey'), 'ai_off']],
  ['a failed switch', [on(shell, '--nope'), 'ai_off']],
  ...(shell.name === 'fish' ? [] : [['a refused off', ['(ai_off)', 'ai_off']] as const]),
];

/** Regular files below a folder that hold a text, with their modes. */
const holding = (folder: string, text: string): { path: string; mode: string }[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text))
    .map((path) => ({ path, mode: (statSync(path).mode & 0o777).toString(8) }));

/** A configuration whose API key lies in a file, or comes from a program. */
const CONFIGS: readonly (readonly [string, string])[] = [
  ['a file', 'providers: { apikey: { apiKey: { file: ~/key } } }\n'],
  ['a program', 'providers: { apikey: { apiKey: { command: [cat, KEYFILE] } } }\n'],
];

describe.each(SHELLS)('$name: secrets', (shell) => {
  const box = useSandbox({ env: { ...AWS_KEYS, ...CONFLICTS, ANTHROPIC_API_KEY: ORIGINAL } });

  test.each(['--aws --opus', '--apikey', '--ollama --model m', '--nope'])(
    'neither the text nor the messages of `ai env %s` hold one',
    (flags) => {
      const lines = [`ai env ${flags} > ${shell.quote(box.file('code'))}`];
      const result = run(shell, box, lines);
      expect(box.read('code')).not.toBe('');
      expect(shows(box.read('code') + result.stderr, SECRETS)).toEqual([]);
    },
  );

  test('originals are in no variable that children receive, nor in the session file', () => {
    run(shell, box, [on(shell), dumpEnv(shell, box.file('during')), `kill -KILL ${shell.pid}`]);
    const originals = SECRETS.filter((secret) => !Object.values<string>(AWS_KEYS).includes(secret));
    expect(environment(box, 'during').AI_SESSION_PROVIDER).toBe('aws');
    expect(shows(box.read('during'), originals)).toEqual([]);
    expect(shows(JSON.stringify(box.session()), SECRETS)).toEqual([]);
  });

  test('after off no variable holds more than before', () => {
    run(shell, box, [
      on(shell, '--apikey'),
      'ai_off',
      shell.unset('ANTHROPIC_API_KEY'),
      shell.snapshot(box.file('after')),
    ]);
    expect(box.read('after')).toContain('original-token');
    expect(shows(box.read('after').replace(/originally inherited as .*/g, ''), [ORIGINAL])).toEqual([]);
  });

  test.each(traced(shell))('tracing %s shows none', (_title, lines) => {
    const ended = [NO_TRACE[shell.name], shell.say('key', shell.value('ANTHROPIC_API_KEY'))];
    const result = run(shell, box, [TRACE[shell.name], on(shell), ...lines, ...ended]);
    expect(result.status).toBe(0);
    expect(result.stderr).toContain(lines[lines.length - 1] ?? '');
    expect(shows(result.stderr, SECRETS)).toEqual([]);
    expect(result.said.key).toBe(lines.includes('ai_off') ? ORIGINAL : undefined);
  });
});

describe.each(SHELLS)('$name: a secret that we resolve', (shell) => {
  const box = useSandbox();

  const configure = (config: string): void => {
    const key = box.plant('key', `${RESOLVED}\n`);
    box.plant('.ai-runnerrc', config.replace('KEYFILE', key));
  };

  test.each(CONFIGS)('from %s: reaches children, is traced nowhere, and leaves no file', (_title, config) => {
    configure(config);
    const result = run(shell, box, [
      ...[TRACE[shell.name], on(shell, '--apikey'), NO_TRACE[shell.name], dumpEnv(shell, box.file('during'))],
      ...[`/bin/ls -A ${shell.quote(box.tmp)}`, 'ai_off', dumpEnv(shell, box.file('after'))],
    ]);
    expect(environment(box, 'during').ANTHROPIC_API_KEY).toBe(RESOLVED);
    expect(environment(box, 'after')).not.toHaveProperty('ANTHROPIC_API_KEY');
    expect(result).toMatchObject({ status: 0, stdout: '' });
    expect(result.stderr).toContain('ai env');
    expect(shows(result.stderr, ['resolved'])).toEqual([]);
    expect(box.litter()).toEqual([]);
  });

  test.each(CONFIGS)(
    'from %s: stands in no text, only in a private file until it is evaluated',
    (_title, config) => {
      configure(config);
      run(shell, box, [`ai env --apikey > ${shell.quote(box.file('code'))}`]);
      expect(box.read('code')).toContain('ANTHROPIC_API_KEY');
      expect(shows(box.read('code'), ['resolved'])).toEqual([]);
      expect(holding(box.root, 'resolved').filter(({ mode }) => mode !== '600')).toEqual([]);
    },
  );

  test('that cannot be resolved refuses the session and names its reference', () => {
    box.plant('.ai-runnerrc', 'providers: { apikey: { apiKey: { file: ~/no-such-key } } }\n');
    const result = run(shell, box, [on(shell, '--apikey'), shell.say('rc', shell.status)]);
    expect(result).toMatchObject({ said: { rc: '1' }, stderr: expect.stringContaining('no-such-key') });
    expect(box.sessions()).toEqual([]);
  });

  test.each(CONFIGS)('from %s: is in no program’s arguments', (_title, config) => {
    configure(config);
    const under = [
      findProgram('strace'),
      '-f',
      '-s',
      '100000',
      '-e',
      'trace=execve',
      '-o',
      box.file('trace'),
    ];
    expect(run(shell, box, [on(shell, '--apikey'), 'ai_off', on(shell), 'true'], { under }).status).toBe(0);
    expect(box.read('trace')).toMatch(/execve\(".*"--apikey"/);
    expect(shows(box.read('trace'), ['resolved', ...SECRETS])).toEqual([]);
  });
});
