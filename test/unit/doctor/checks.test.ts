import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { configuration } from '../../../src/doctor/configuration.ts';
import { installation } from '../../../src/doctor/installation.ts';
import { logins } from '../../../src/doctor/logins.ts';
import { openFiles } from '../../../src/doctor/open-files.ts';
import { sessions } from '../../../src/doctor/sessions.ts';
import { tools } from '../../../src/doctor/tools.ts';
import type { World } from '../../../src/world.ts';
import { config } from '../plan/machine.ts';
import { removeSandboxes } from '../sessions/world.ts';
import { found, type Home, home, known } from './home.ts';

afterEach(removeSandboxes);

/** A program that says its version. */
const program = (version: string) => `#!/bin/sh\necho '${version}'\n`;

const withPath = (box: Home, ...folders: readonly string[]): Home => {
  const PATH = folders.map((folder) => join(box.home, folder)).join(':');
  return { ...box, world: { ...box.world, env: { ...box.world.env, PATH } } };
};

describe('tools', () => {
  test('found with their versions, the second of a name hidden', async () => {
    const box = withPath(home(), 'a', 'b');
    for (const path of ['a/claude', 'b/claude']) box.plant(path, program('2.1.330 (Claude Code)'), 0o755);
    box.plant('a/codex', program('codex-cli 0.169.0'), 0o755);
    expect(await found(tools, box)).toEqual([
      'ok: Claude Code 2.1.330, ~/a/claude',
      'note: ~/b/claude is hidden behind ~/a/claude',
      'ok: Codex CLI 0.169.0, ~/a/codex',
    ]);
  });

  test('one program under two folders hides nothing', async () => {
    const box = withPath(home(), 'a', 'b');
    box.plant('a/claude', program('1.0'), 0o755);
    box.plant('b/x', '');
    symlinkSync(join(box.home, 'a/claude'), join(box.home, 'b/claude'));
    expect(await found(tools, box)).toEqual([
      'ok: Claude Code 1.0, ~/a/claude',
      expect.stringContaining('codex'),
    ]);
  });

  test.each([
    ['cc', ['problem: Claude Code (claude) is not on PATH', 'note: Codex CLI (codex) is not on PATH']],
    ['codex', ['note: Claude Code (claude) is not on PATH', 'problem: Codex CLI (codex) is not on PATH']],
  ] as const)('absent: a problem for the default tool %s', async (tool, expected) => {
    expect(await found(tools, home(), { config: config({ defaults: { tool } }) })).toEqual(expected);
  });

  test('one that cannot say its version is broken', async () => {
    const box = withPath(home(), 'a');
    box.plant('a/claude', '#!/bin/sh\nexit 1\n', 0o755);
    expect((await found(tools, box))[0]).toBe('problem: ~/a/claude --version gives no version');
  });
});

describe('installation', () => {
  const launcher = (box: Home): void => {
    box.plant('shell/ai', '', 0o755);
    box.plant('bin/x', '');
    for (const name of ['ai', 'ai-sessions', 'ai-status'])
      symlinkSync(join(box.home, 'shell/ai'), join(box.home, 'bin', name));
    box.plant('package.json', { engines: { node: '>=20.19' } });
  };
  const node = (box: Home, version: string): Home => {
    const self = [box.plant('node', program(version), 0o755), '/ai.cjs'];
    return { ...box, world: { ...box.world, self } };
  };
  const ready = (version = 'v22.1.0', changes: Partial<World> = {}): Home => {
    const box = node(home({ SHELL: '/bin/sh' }, { ppid: 0, ...changes }), version);
    launcher(box);
    return box;
  };

  test('in order', async () => {
    expect(await found(installation, withPath(ready(), 'bin'))).toEqual(['ok: Node.js v22.1.0']);
  });

  test('another ai is first', async () => {
    const box = withPath(ready(), 'other', 'bin');
    box.plant('other/ai', '', 0o755);
    expect(await installation(box.world)).toMatchObject([
      {
        level: 'problem',
        thing: 'ai on PATH is ~/other/ai, which is not this AI Runner',
        remedy: 'Put ~/bin before it in PATH, or remove it.',
      },
      { level: 'ok' },
    ]);
  });

  test('what is no program is not first', async () => {
    const box = withPath(ready(), 'other', 'bin');
    box.plant('other/ai', '', 0o644);
    expect(await found(installation, box)).toEqual(['ok: Node.js v22.1.0']);
  });

  test('the commands are not on PATH', async () => {
    expect((await found(installation, ready()))[0]).toBe('note: not on PATH: ai, ai-sessions, ai-status');
  });

  test.each(['v18.20.0', 'v20.18.9', ''])('Node.js "%s" is not enough', async (version) => {
    const [finding] = await found(installation, withPath(ready(version), 'bin'));
    expect(finding).toMatch(/^problem: Node\.js .* is not >=20\.19$/);
  });

  test.each([
    ['bash', '.bashrc', 'eval "$(ai init bash)"', 'ok: ~/.bashrc loads the shell integration'],
    ['bash', '.zshrc', 'eval "$(ai init bash)"', 'note: bash starts without the shell integration'],
    ['zsh', '.zshrc', 'plugins+=(ai-runner)', 'ok: ~/.zshrc loads the shell integration'],
    [
      'fish',
      '.config/fish/conf.d/a.fish',
      'ai init fish | source',
      'ok: ~/.config/fish/conf.d/a.fish loads the shell integration',
    ],
    [
      'fish',
      '.config/fish/config.fish',
      '# ai init fish | source',
      'note: fish starts without the shell integration',
    ],
  ])('%s with %s: %s', async (shell, file, line, expected) => {
    const box = ready('v22.1.0');
    box.plant(file, line);
    const world = { ...box.world, env: { SHELL: `/bin/${shell}`, PATH: join(box.home, 'bin') } };
    expect(await found(installation, { ...box, world })).toEqual(['ok: Node.js v22.1.0', expected]);
  });
});

test.each([
  ['none', {}, ['note: Claude Code has no stored login', 'note: Codex has no stored login']],
  [
    'both',
    { '.claude/.credentials.json': { claudeAiOauth: {} }, '.codex/auth.json': { tokens: {} } },
    ['ok: Claude Code has a stored login', 'ok: Codex has a stored login: a ChatGPT account'],
  ],
  [
    'a key of Codex, and a login of something else',
    {
      '.claude/.credentials.json': { mcpOAuth: {} },
      '.codex/auth.json': { auth_mode: 'apikey', OPENAI_API_KEY: 'sk' },
    },
    ['note: Claude Code has no stored login', 'ok: Codex has a stored login: an API key'],
  ],
])('logins: %s', async (_, files, expected) => {
  const box = home({}, { platform: 'linux' });
  for (const [path, content] of Object.entries(files)) box.plant(path, content);
  expect(await found(logins, box)).toEqual(expected);
});

test('logins in a keychain are not looked at', async () => {
  expect((await found(logins, home({}, { platform: 'darwin' })))[0]).toMatch(
    /^note: .* keychain, which is not read/,
  );
});

describe('open files', () => {
  const SECRET_FILE = { config: config({ providers: { vercel: { token: { file: '~/token' } } } }) };

  test.each([
    ['.claude/.credentials.json', {}],
    ['.codex/auth.json', {}],
    ['.aws/credentials', {}],
    ['.config/gcloud/application_default_credentials.json', {}],
    ['token', SECRET_FILE],
    ['.claude/settings.json', {}],
  ])('%s is for its owner', async (path, parts) => {
    const box = home();
    const file = box.plant(path, { env: { ANTHROPIC_AUTH_TOKEN: 't' } });
    expect(await found(openFiles, box, parts)).toEqual(['ok: no other user can read a file with a secret']);
    chmodSync(file, 0o640);
    expect(openFiles(box.world, known(parts))).toMatchObject([
      {
        level: 'problem',
        thing: `other users can read ~/${path}, which holds a secret`,
        remedy: `Run: chmod 600 ~/${path}`,
      },
    ]);
  });

  test('settings without a secret may be read', async () => {
    const box = home();
    box.plant('.claude/settings.json', { env: { ANTHROPIC_MODEL: 'm', MAX_THINKING_TOKENS: '9' } }, 0o644);
    expect(await found(openFiles, box)).toEqual(['ok: no other user can read a file with a secret']);
  });
});

describe('sessions', () => {
  const record = (box: Home, pid: number, name = `cc-aws-${pid}-1704067200.info`) =>
    box.write(name, `pid=${pid}\nprovider=aws\ntool=cc\nstarted_at=1704067200\n`);

  test('in order', async () => {
    expect(await found(sessions, home())).toEqual(['ok: the session files are in order']);
  });

  test('what the dead have left is removed', async () => {
    const box = home({}, { exists: () => false });
    record(box, 4_190_000);
    expect(await found(sessions, box)).toEqual(['note: 1 ended session had left its file; it is removed']);
    expect(box.names()).toEqual([]);
  });

  test('a file that makes no sense is named', async () => {
    const box = home();
    box.write('cc-aws-1-2.info', '\0\n');
    expect(await found(sessions, box)).toEqual([
      expect.stringMatching(/^problem: .*cc-aws-1-2\.info is skipped: it is binary/),
    ]);
  });

  test('the session of this shell is gone', async () => {
    const [finding] = await sessions(home({ AI_SESSION_ID: 'cc-aws-0-2' }).world);
    expect(finding).toMatchObject({
      level: 'problem',
      thing: 'the session of this shell has ended elsewhere',
    });
    expect(finding?.remedy).toContain('ai_off');
  });

  test('the folder is for its owner', async () => {
    const box = home();
    chmodSync(box.folder, 0o755);
    expect(await found(sessions, box)).toEqual(['problem: ~/.ai-runner/sessions is open to other users']);
  });

  test('without a home there is no place for them', async () => {
    const box = home();
    const world = { ...box.world, home: undefined };
    expect(await found(sessions, { ...box, world })).toEqual([
      'problem: there is no home folder to look for sessions in',
    ]);
  });
});

describe('configuration', () => {
  test('none', async () => {
    expect(await found(configuration, home())).toEqual([
      'ok: there is no configuration file, and none is needed',
    ]);
  });

  test('each mistake is a problem, with the words of the validation', async () => {
    const parts = { path: '/c', problems: ['/c:1: a', '/c:2: b'], hint: 'Correct the file.' };
    expect(await found(configuration, home(), parts)).toEqual(['problem: /c:1: a', 'problem: /c:2: b']);
  });

  test('an unknown key is worth a note', async () => {
    expect(await found(configuration, home(), { path: '/c', warnings: ['/c:1: unknown key'] })).toEqual([
      'note: /c:1: unknown key',
    ]);
  });

  test.each([
    [
      { defaults: { provider: 'apikey' } },
      'problem: your default provider apikey is not ready: no Anthropic API key found',
    ],
    [
      { defaults: { profile: 'p' }, profiles: { p: { provider: 'vercel' } } },
      'problem: your default provider vercel is not ready: no Vercel AI Gateway token found',
    ],
  ])('a default that cannot start: %j', async (parts, expected) => {
    expect(await found(configuration, home(), { path: '/c', config: config(parts) })).toEqual([expected]);
  });

  test('a default that can', async () => {
    const parts = { path: '/c', config: config({ defaults: { provider: 'apikey' } }) };
    expect(await found(configuration, home({ ANTHROPIC_API_KEY: 'k' }), parts)).toEqual([
      'ok: the configuration /c is right',
    ]);
  });
});
