import { fakeTool, inWork } from '../support/fake-tool.ts';
import { type Terminal, terminal } from '../support/pty.ts';
import { environment, run } from '../support/run.ts';
import { AWS_KEYS, type Sandbox, useSandbox } from '../support/sandbox.ts';
import { AWS_SESSION } from '../support/session-env.ts';
import { bash, dumpEnv, fish, on, SHELLS, type Shell, zsh } from '../support/shells.ts';

const KEY = 'sk-ant-hidden-by-the-session';
const load = (shell: Shell): string => shell.source(`ai init ${shell.name}`);

/** Puts a program called `ai` first in PATH that notes its words and its environment, and ends with status 7. */
const play = (box: Sandbox, shell: Shell): string => {
  box.plant(
    'first/ai',
    `#!/bin/sh\n/usr/bin/env -0 >'${box.file('seen')}'\nprintf '<%s>' "$@"; cat; exit 7\n`,
    0o755,
  );
  return shell.name === 'fish' ? `set -gx PATH ${box.home}/first $PATH` : `PATH=${box.home}/first:$PATH`;
};

describe.each(SHELLS)('$name: ai inside a session', (shell) => {
  const box = useSandbox({ env: { ...AWS_KEYS, ANTHROPIC_API_KEY: KEY } });
  const say = (key: string) => shell.say(key, shell.status);
  const begin = () => [load(shell), 'ai use --aws --opus', play(box, shell)];

  test('runs as the shell would be without it, with its words, input and status', () => {
    const before = [load(shell), dumpEnv(shell, box.file('before'))];
    const lines = [...before, ...begin(), `ai --apikey 'a b' ''`, say('status'), 'exit 0'];
    const result = run(shell, box, lines, { stdin: 'a line' });
    expect(result).toMatchObject({ status: 0, stderr: '', stdout: '<--apikey><a b><>a linestatus=7\n' });
    const { PATH: _was, _: _last, ...original } = environment(box, 'before');
    const { PATH: _is, _: _self, ...seen } = environment(box, 'seen');
    expect(seen).toEqual(original);
    expect(box.sessions()).toEqual([]);
  });

  test('leaves the session as it is', () => {
    const [first, then] = ['first', 'then'].map((name) => dumpEnv(shell, box.file(name)));
    const again = [first ?? '', 'ai script.md', then ?? '', shell.names(box.file('names'))];
    const list = `ls ${shell.quote(box.sessionFolder)}`;
    const result = run(shell, box, [...begin(), ...again, list, 'exit 0']);
    const { _: _first, ...was } = environment(box, 'first');
    const { _: _then, ...is } = environment(box, 'then');
    expect(was).toMatchObject(AWS_SESSION);
    expect(is).toEqual(was);
    expect(box.read('names')).not.toMatch(/^__ai_(marks|universal|n|i)$/m);
    expect(result.stdout).toMatch(/cc-aws-\d+-\d+\.info\n$/);
  });

  test.each(['status', 'providers', 'models'])(
    'ai %s sees the originals and the name of the session',
    (word) => {
      run(shell, box, [...begin(), `ai ${word}`, 'exit 0']);
      const seen = environment(box, 'seen');
      expect(seen).toMatchObject({
        ANTHROPIC_API_KEY: KEY,
        AI_SESSION_PROVIDER: 'aws',
        AI_SESSION_TOOL: 'cc',
      });
      expect(seen.AI_SESSION_ID).toMatch(/^cc-aws-\d+-\d+$/);
      expect(seen).not.toHaveProperty('CLAUDE_CODE_USE_BEDROCK');
    },
  );

  test.each(['sessions', 'doctor'])('ai %s sees the session itself', (word) => {
    run(shell, box, [...begin(), `ai ${word}`, 'exit 0']);
    expect(environment(box, 'seen')).toMatchObject(AWS_SESSION);
    expect(environment(box, 'seen')).not.toHaveProperty('ANTHROPIC_API_KEY');
  });

  test('what was not exported stays so, what the user has set since is there', () => {
    const model = shell.assign('ANTHROPIC_MODEL', 'plain');
    const after = shell.export('MINE', 'since');
    run(shell, box, [shell.unset('ANTHROPIC_MODEL'), model, ...begin(), after, 'ai x.md', 'exit 0']);
    expect(environment(box, 'seen')).toMatchObject({ MINE: 'since' });
    expect(environment(box, 'seen')).not.toHaveProperty('ANTHROPIC_MODEL');
  });

  test('a child shell has only what it inherited', () => {
    const child = shell.child([load(shell), play(box, shell), 'ai x.md'].join('\n'));
    run(shell, box, [load(shell), 'ai use --aws --opus', child, 'exit 0']);
    expect(environment(box, 'seen')).toMatchObject(AWS_SESSION);
  });

  test('a switch needs one start of the program and finds what the session hides', () => {
    const count = `#!/bin/sh\necho start >>'${box.file('starts')}'\nexec '${process.execPath}' "$@"\n`;
    const now = shell.say('key', shell.orUnset('ANTHROPIC_API_KEY'));
    box.plant('counting/node', count, 0o755);
    const path =
      shell.name === 'fish' ? `set -gx PATH ${box.home}/counting $PATH` : `PATH=${box.home}/counting:$PATH`;
    const result = run(shell, box, [
      load(shell),
      'ai use --aws',
      path,
      'ai use --apikey',
      now,
      'ai off',
      now,
    ]);
    expect(result).toMatchObject({ status: 0, stderr: '', stdout: `key=${KEY}\nkey=${KEY}\n` });
    expect(box.read('starts')).toBe('start\n');
  });

  test('what ai env prints inside a session starts the next one, and the originals come back', () => {
    const now = shell.say('now', shell.orUnset('ANTHROPIC_API_KEY'));
    const provider = shell.say('provider', shell.orUnset('AI_SESSION_PROVIDER'));
    const next = on(shell, '--apikey --quiet');
    const lines = [load(shell), dumpEnv(shell, box.file('before')), 'ai use --aws', now, next, now, provider];
    const result = run(shell, box, [...lines, 'ai off', dumpEnv(shell, box.file('after'))]);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(result.stdout).toBe(`now=UNSET\nnow=${KEY}\nprovider=apikey\n`);
    const { _: _before, ...was } = environment(box, 'before');
    const { _: _after, ...is } = environment(box, 'after');
    expect(is).toEqual(was);
    expect(box.sessions()).toEqual([]);
  });

  test('ai use --dry-run and ai env show what would change from the originals', () => {
    const lines = ['ai use --apikey --dry-run', 'ai env --apikey --json'];
    const result = run(shell, box, [load(shell), 'ai use --aws', ...lines]);
    expect(result.stderr).toBe('');
    expect(result.stdout).toContain('ANTHROPIC_API_KEY=from $ANTHROPIC_API_KEY');
    expect(result.stdout).toContain('"provider": "apikey"');
    expect(result.stdout).not.toContain(KEY);
  });

  test('ai status knows the session of the shell, and what is ready without it', () => {
    const file = shell.quote(box.file('status'));
    const lines = ['ai use --aws --opus', `ai status --json >${file}`, 'exit 0'];
    expect(run(shell, box, [load(shell), ...lines])).toMatchObject({ status: 0, stderr: '' });
    const status = JSON.parse(box.read('status')) as { providers: { id: string; ready: boolean }[] };
    expect(status).toMatchObject({ session: { standing: 'own', provider: 'aws' } });
    expect(status.providers.find(({ id }) => id === 'apikey')).toMatchObject({ ready: true });
    expect(box.read('status')).not.toContain('of this shell hides');
  });

  test('a missing credential is missing, not hidden', () => {
    const result = run(shell, box, [load(shell), 'ai use --aws', 'ai use --vercel', say('status')]);
    expect(result.said).toEqual({ status: '1' });
    expect(result.stderr).not.toContain('of this shell hides');
  });

  test('a trace shows nothing that the session hides', () => {
    const trace = shell.name === 'fish' ? 'set fish_trace 1' : 'set -x';
    const result = run(shell, box, [...begin(), trace, 'ai x.md', 'exit 0']);
    expect(environment(box, 'seen')).toMatchObject({ ANTHROPIC_API_KEY: KEY });
    expect(result.stderr).toContain('ai x.md');
    expect(result.stderr).not.toContain(KEY);
  });

  test('a handler of the shell’s end runs once, at its end', () => {
    const handler = {
      bash: "trap 'echo bye' EXIT",
      zsh: 'TRAPEXIT() { echo bye }; zshexit() { echo hook }',
      fish: 'function bye --on-event fish_exit; echo bye; end',
    }[shell.name];
    const gone = shell.name === 'fish' ? 'set -gx PATH /nowhere' : 'PATH=/nowhere';
    const calls = ['ai use --ollama --model m', say('use'), play(box, shell), 'ai x.md', gone, 'ai x.md'];
    const result = run(shell, box, [load(shell), 'ai use --aws', handler, ...calls, say('status'), 'exit 0']);
    expect(result.stdout).toMatch(/^use=0\n<x\.md>status=127\n(hook\n)?bye\n(hook\n)?$/);
  });
});

/** What start-up files set, and what could get in the way. */
const SETTINGS: readonly (readonly [Shell, string])[] = [
  [bash, 'set -euo pipefail'],
  [bash, 'set -o posix'],
  [bash, 'set -k'],
  [bash, 'set -a'],
  [bash, 'set -C -f; IFS=:sxak'],
  [bash, 'readonly IFS=:'],
  [bash, 'shopt -s nocasematch nullglob failglob execfail'],
  [bash, "set -TE; trap 'echo debug >/dev/null' DEBUG; trap 'echo err' ERR"],
  [bash, 'shopt -s expand_aliases; alias exec=false export=false case=false'],
  [bash, ['exec', 'export', 'unset', 'command', 'printf'].map((name) => `${name}() { echo BAD; }`).join(';')],
  [zsh, 'setopt err_exit no_unset'],
  [zsh, 'setopt ksh_arrays sh_word_split glob_subst null_glob'],
  [zsh, 'setopt all_export warn_create_global'],
  [zsh, 'setopt posix_builtins posix_traps'],
  [zsh, 'emulate sh'],
  [zsh, "trap 'echo err' ZERR"],
  [zsh, 'alias -g exec=false'],
  [zsh, ['exec', 'export', 'unset', 'command', 'print'].map((name) => `${name}() { echo BAD }`).join(';')],
  [fish, 'function set_color; echo BAD; end; function command_not_found; echo BAD; end'],
];

describe.each(SETTINGS.map(([shell, setting]) => [shell.name, setting, shell] as const))(
  '%s after %s',
  (_name, setting, shell) => {
    const box = useSandbox({ env: { ...AWS_KEYS, ANTHROPIC_API_KEY: KEY } });

    test('ai runs with the originals, its words and its status', () => {
      const script = [load(shell), 'ai use --aws --opus', play(box, shell), setting];
      const failing = "ai --apikey 'a b' '*' || echo after";
      const result = run(shell, box, [...script, failing, 'ai status || echo status', '/bin/true'], {
        stdin: '',
      });
      expect(result).toMatchObject({ stderr: '', stdout: '<--apikey><a b><*>after\n<status>status\n' });
      expect(environment(box, 'seen')).toMatchObject({ ANTHROPIC_API_KEY: KEY, AI_SESSION_PROVIDER: 'aws' });
      expect(Object.keys(environment(box, 'seen')).filter((name) => /__ai|BASH_FUNC/.test(name))).toEqual([]);
    });
  },
);

describe.each(SHELLS)('$name: a run of another provider inside a session', (shell) => {
  const box = useSandbox({ env: { ...AWS_KEYS, ANTHROPIC_API_KEY: KEY } });
  let term: Terminal | undefined;
  afterEach(() => term?.close());

  test('has that provider’s environment and its own session', () => {
    fakeTool(box);
    inWork(box, 'x.md', 'Say hello.\n');
    const result = run(shell, box, [load(shell), 'ai use --aws', 'ai --apikey --quiet x.md', 'exit 0']);
    expect(result).toMatchObject({ status: 0, stderr: '', stdout: 'done\n' });
    const seen = environment(box, 'env');
    expect(seen).toMatchObject({ ANTHROPIC_API_KEY: KEY, AI_SESSION_PROVIDER: 'apikey' });
    expect(seen.AI_SESSION_ID).toMatch(/^cc-apikey-/);
    expect(seen).not.toHaveProperty('AI_RUNNER_AGAIN');
    expect(seen).not.toHaveProperty('CLAUDE_CODE_USE_BEDROCK');
  });

  test('can be stopped, brought back, and ends with its status', async () => {
    const waits = ["trap 'back=1' CONT", 'echo READY', 'while [ -z "$back" ]; do :; done'];
    fakeTool(box, [...waits, 'echo BACK', 'read line', 'echo "got $line"', 'exit 5']);
    term = terminal(shell, box, [load(shell)]);
    await term.ready();
    await term.enter('ai use --aws');
    term.send('ai --apikey --quiet\r');
    await term.waitFor(/READY/);
    term.send('\x1a');
    await term.waitFor(/@\d+> /);
    expect((await term.enter('echo "now $AI_SESSION_PROVIDER"')).text).toContain('now aws');
    term.send('fg\r');
    await term.waitFor(/BACK/);
    term.send('some words\r');
    await term.waitFor(/got some words/);
    // zsh forgets the status of every function that was stopped, fish that of every job.
    expect((await term.ready()).status).toBe(shell.name === 'bash' ? 5 : 0);
    expect((await term.enter('echo "now $AI_SESSION_PROVIDER"')).text).toContain('now aws');
  });

  test('is interrupted by Ctrl-C alone', async () => {
    fakeTool(box, ['echo READY', 'exec sleep 1000']);
    term = terminal(shell, box, [load(shell)]);
    await term.ready();
    await term.enter('ai use --aws');
    term.send('ai --apikey --quiet\r');
    await term.waitFor(/READY/);
    term.send('\x03');
    expect((await term.ready()).status).toBe(130);
    expect((await term.enter('echo "now $AI_SESSION_PROVIDER"')).text).toContain('now aws');
  });
});
