import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { environment, type Finished, type RunOptions, run } from '../support/run.ts';
import { AWS_KEYS, type Sandbox, useSandbox } from '../support/sandbox.ts';
import { capture, dumpEnv, on, SHELLS, type Shell } from '../support/shells.ts';

/** Permissions bind nobody who is root, so root runs these as the user `nobody`. */
const NOBODY = 65534;
const unprivileged: RunOptions = process.getuid?.() === 0 ? { uid: NOBODY } : {};

const give = (box: Sandbox): void => {
  if (unprivileged.uid === undefined) return;
  for (const folder of [box.root, box.home, box.tmp, box.work, join(box.root, 'out')])
    chownSync(folder, NOBODY, NOBODY);
};

const mkdir = (path: string): string => {
  mkdirSync(path, { recursive: true });
  return path;
};

/** A home that makes it impossible to write the session file. */
const HOSTILE: readonly (readonly [string, (box: Sandbox) => void, RunOptions])[] = [
  ['read-only', (box) => chmodSync(box.home, 0o555), {}],
  ['with a read-only .ai-runner', (box) => chmodSync(mkdir(join(box.home, '.ai-runner')), 0o555), {}],
  ['with a read-only sessions folder', (box) => chmodSync(mkdir(box.sessionFolder), 0o555), {}],
  ['with a file called .ai-runner', (box) => void box.plant('.ai-runner', ''), {}],
  ['with a file called sessions', (box) => void box.plant('.ai-runner/sessions', ''), {}],
  ['with a dangling link', (box) => symlinkSync('/nowhere/at/all', join(box.home, '.ai-runner')), {}],
  ['that does not exist', () => undefined, { env: { HOME: '/nowhere/at/all' } }],
  ['that is no folder', () => undefined, { env: { HOME: '/dev/null' } }],
];

/** A session is whole, or there is none; in both cases the shell goes on and a reason is given. */
const allOrNothing = (box: Sandbox, result: Finished): void => {
  const [before, during, after] = ['before', 'during', 'after'].map((name) => environment(box, name));
  expect(result.signal).toBeNull();
  expect(['0', '1']).toContain(result.said.on);
  if (result.said.on === '0')
    expect(during).toMatchObject({ AI_SESSION_PROVIDER: 'aws', CLAUDE_CODE_USE_BEDROCK: '1' });
  else expect(during).toEqual(before);
  expect(after).toEqual(before);
};

const session = (shell: Shell, box: Sandbox): string[] => [
  ...[
    dumpEnv(shell, box.file('before')),
    on(shell),
    shell.say('on', shell.status),
    dumpEnv(shell, box.file('during')),
  ],
  ...[shell.when(shell.isFunction('ai_off'), 'ai_off', 'true'), dumpEnv(shell, box.file('after')), 'exit 7'],
];

describe.each(SHELLS)('$name: a home', (shell) => {
  const box = useSandbox({ env: { ...AWS_KEYS, ANTHROPIC_API_KEY: 'original' } });

  test.each(HOSTILE)('%s: all or nothing, a message, and the shell goes on', (_title, prepare, options) => {
    prepare(box);
    give(box);
    const result = run(shell, box, session(shell, box), { ...unprivileged, ...options });
    if (options.env === undefined) chmodSync(box.home, 0o755);
    expect(result.status).toBe(7);
    allOrNothing(box, result);
    expect(result.stderr).not.toBe('');
  });

  test.each([
    ['that is unset', undefined],
    ['that is empty', ''],
  ])('%s does not matter when AI_RUNNER_HOME says where to write', (_title, home) => {
    const env = {
      HOME: home,
      AI_RUNNER_HOME: join(box.root, 'ours'),
      AI_RUNNER_CONFIG: box.plant('config.json', '{}'),
    };
    const look = `/bin/ls ${shell.quote(join(box.root, 'ours/sessions'))} | cat`;
    const result = run(shell, box, [on(shell), look, 'ai_off', look], { env });
    expect(result).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^cc-aws-\d+-\d+\.info\n$/),
      stderr: '',
    });
  });

  test('that is a relative path: the file is gone although the shell went elsewhere', () => {
    mkdirSync(join(box.work, 'relative'));
    const result = run(shell, box, [on(shell), 'cd /', 'ai_off', 'exit 7'], { env: { HOME: 'relative' } });
    expect(result.status).toBe(7);
    expect(
      readdirSync(box.work, { recursive: true }).filter((name) => String(name).endsWith('.info')),
    ).toEqual([]);
  });
});

/** A limit of 0 bytes on files makes every write fail as a full disk does (EFBIG instead of ENOSPC), without root. */
const fullDisk = (shell: Shell): string[] => [
  '/bin/sh',
  '-c',
  `trap '' XFSZ; ulimit -f 0; exec "$@"`,
  shell.name,
];

describe.each(SHELLS)('$name: a disk that is full', (shell) => {
  const box = useSandbox({ env: { ...AWS_KEYS, ANTHROPIC_API_KEY: 'original' } });

  test.each(['code in hand', 'nothing yet'])(
    'with %s: no half-written file, and the shell goes on',
    (title) => {
      const generated = run(shell, box, [`ai env --aws --opus > ${shell.quote(box.file('code'))}`]);
      expect(generated.status).toBe(0);
      const start = title === 'nothing yet' ? on(shell) : `. ${shell.quote(box.file('code'))}`;
      const lines = [
        start,
        shell.say('on', shell.status),
        shell.say('key', shell.orUnset('ANTHROPIC_API_KEY')),
        `/bin/ls ${shell.quote(box.sessionFolder)} | cat`,
      ];
      const end = [
        shell.when(shell.isFunction('ai_off'), 'ai_off', 'true'),
        shell.say('end', shell.value('ANTHROPIC_API_KEY')),
        'exit 7',
      ];
      const result = run(shell, box, [...lines, ...end], { under: fullDisk(shell) });
      expect(result).toMatchObject({
        status: 7,
        said: { end: 'original', key: result.said.on === '0' ? 'UNSET' : 'original' },
      });
      expect(result.stdout).not.toContain('.info');
      expect(result.stderr).not.toBe('');
      expect(box.sessions()).toEqual([]);
    },
  );
});

describe.each(SHELLS)('$name: what disappears during a session', (shell) => {
  const box = useSandbox({ env: AWS_KEYS });
  const lost: readonly (readonly [string, string])[] = [
    ['the session file', 'rm -f ~/.ai-runner/sessions/*.info'],
    ['the sessions folder', 'rm -rf ~/.ai-runner/sessions'],
    ['all of our folder', 'rm -rf ~/.ai-runner'],
    ['the home', 'rm -rf ~'],
  ];

  test.each(lost)('%s: off and exit stay quiet and put everything back', (_title, remove) => {
    const look = shell.say('model', shell.orUnset('ANTHROPIC_MODEL'));
    const code = [capture(shell), shell.evaluate, remove];
    const off = run(shell, box, [...code, 'ai_off', shell.say('off', shell.status), look]);
    expect(off).toMatchObject({ status: 0, stdout: 'off=0\nmodel=UNSET\n', stderr: '' });
    mkdirSync(box.home, { recursive: true });
    expect(run(shell, box, [...code, 'exit 7'])).toMatchObject({ status: 7, stdout: '', stderr: '' });
    mkdirSync(box.home, { recursive: true });
    expect(run(shell, box, [on(shell), shell.say('again', shell.status)]).said).toEqual({ again: '0' });
  });

  test('code that is evaluated after our folder was removed', () => {
    const lines = [
      capture(shell),
      'rm -rf ~/.ai-runner',
      dumpEnv(shell, box.file('before')),
      shell.evaluate,
      shell.say('on', shell.status),
    ];
    const rest = [
      dumpEnv(shell, box.file('during')),
      shell.when(shell.isFunction('ai_off'), 'ai_off', 'true'),
      dumpEnv(shell, box.file('after')),
    ];
    allOrNothing(box, run(shell, box, [...lines, ...rest]));
    expect(existsSync(box.sessionFolder) ? readdirSync(box.sessionFolder) : []).toEqual([]);
  });
});
