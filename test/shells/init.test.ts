import { environment, run, runProgram } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { AWS_SESSION, CONFLICTS, OLLAMA_SESSION } from '../support/session-env.ts';
import { dumpEnv, on, SHELLS } from '../support/shells.ts';

describe.each(SHELLS)('$name: ai use and ai off', (shell) => {
  const box = useSandbox({ env: { ...AWS_KEYS, ...CONFLICTS } });
  const load = shell.source(`ai init ${shell.name}`);
  const say = (key: string) => shell.say(key, shell.status);
  const model = shell.say('model', shell.orUnset('ANTHROPIC_MODEL'));

  test('start a session, switch to another one, and bring everything back', () => {
    const result = run(shell, box, [
      ...[load, dumpEnv(shell, box.file('before'))],
      ...['ai use --aws --opus', say('use'), dumpEnv(shell, box.file('first'))],
      ...['ai use --ollama --model m', say('switch'), dumpEnv(shell, box.file('second'))],
      ...['ai off', say('off'), dumpEnv(shell, box.file('after'))],
    ]);
    expect(result).toMatchObject({ status: 0, stdout: 'use=0\nswitch=0\noff=0\n', stderr: '' });
    const before = environment(box, 'before');
    expect(environment(box, 'first')).toMatchObject(AWS_SESSION);
    expect(environment(box, 'second')).toMatchObject(OLLAMA_SESSION);
    expect(environment(box, 'second')).not.toHaveProperty('CLAUDE_CODE_USE_BEDROCK');
    expect(environment(box, 'after')).toEqual(before);
    expect([box.sessions(), box.litter()]).toEqual([[], []]);
  });

  test('the session belongs to the shell that called, and ends with it', () => {
    const lines = [load, 'ai use --aws', `cat ${shell.quote(box.sessionFolder)}/*.info`];
    const result = run(shell, box, [...lines, shell.say('self', shell.pid), 'exit 7']);
    expect(result).toMatchObject({ status: 7, stderr: '' });
    expect(result.said).toMatchObject({ pid: result.said.self, shell: shell.name });
    expect(box.sessions()).toEqual([]);
  });

  test('a session that cannot start leaves its status, and the one before', () => {
    const result = run(shell, box, [load, 'ai use --aws', 'ai use --nope', say('use'), model]);
    expect(result.said).toEqual({ use: '2', model: AWS_SESSION.ANTHROPIC_MODEL });
    expect(result.stderr).toContain('unknown flag --nope');
  });

  test.each([
    ['-h', 'help use'],
    ['--help', 'help use'],
    ['--aws --help', 'help use'],
    ['--aws --dry-run', 'env --aws --dry-run'],
    ['--ollama --model m --json', 'env --ollama --model m --json'],
  ])('ai use %s only prints, as ai %s does', (flags, words) => {
    const result = run(shell, box, [load, `ai use ${flags}`, 'echo ---', `ai ${words}`]);
    const [used, printed] = result.stdout.split('---\n');
    expect(used).toMatch(/\n.*\n/);
    expect(used).toBe(printed);
    expect([result.status, box.sessions()]).toEqual([0, []]);
  });

  test('ai env goes on printing, and what it prints starts a session', () => {
    const now = shell.say('now', shell.orUnset('AI_SESSION_PROVIDER'));
    const result = run(shell, box, [load, 'ai env --aws', now, on(shell), now, 'ai off', now]);
    expect(result.stdout).toContain('__ai_');
    expect(result.stdout.match(/^now=.*/gm)).toEqual(['now=UNSET', 'now=aws', 'now=UNSET']);
  });

  test('ai off without a session says so and is no failure; it takes no words', () => {
    const result = run(shell, box, [load, 'ai off', say('off'), 'ai off now', say('words')]);
    expect(result.said).toEqual({ off: '0', words: '2' });
    expect(result.stderr).toBe('ai: this shell has no session\nai: "ai off" takes nothing more, not "now"\n');
  });

  test('ai off in a child shell cannot end the session', () => {
    const child = shell.child([load, 'ai off', say('off')].join('\n'));
    const result = run(shell, box, [load, 'ai use --aws', child, model]);
    expect(result.said).toEqual({ off: '1', model: AWS_SESSION.ANTHROPIC_MODEL });
    expect(result.stderr).toMatch(/^ai: this shell only inherits the session/);
  });

  test('a shell that takes the place of its own kind can use the functions and switch', () => {
    box.plant('next', [load, 'ai use --ollama --model m', say('use'), model, 'exit 0'].join('\n'));
    const again = [shell.path, ...shell.file(`${box.home}/next`)].map(shell.quote).join(' ');
    const result = run(shell, box, [load, 'ai use --aws', `exec ${again}`]);
    expect(result).toMatchObject({ stderr: '', said: { use: '0', model: 'm' } });
    expect(box.sessions()).toEqual([]);
  });

  test('ai off where exec has replaced the shell that knew how it was', () => {
    box.plant('next', [load, 'ai off', say('off'), model, 'exit 0'].join('\n'));
    const again = [shell.path, ...shell.file(`${box.home}/next`)].map(shell.quote).join(' ');
    const result = run(shell, box, [load, 'ai use --aws', `exec ${again}`]);
    expect(result.said).toEqual({ off: '1', model: AWS_SESSION.ANTHROPIC_MODEL });
    expect(result.stderr).toMatch(
      /^ai: exec has replaced the shell that started the session.*open a new one\n$/,
    );
  });

  test('a trace shows no secret', () => {
    box.plant('key', 'sk-kept-secret\n');
    box.plant('.ai-runnerrc', '{"providers":{"apikey":{"apiKey":{"file":"~/key"}}}}');
    const trace = shell.name === 'fish' ? 'set fish_trace 1' : 'set -x';
    const key = 'printenv ANTHROPIC_API_KEY';
    const result = run(shell, box, [load, trace, 'ai use --apikey', key, 'ai off']);
    expect(result.stdout).toBe('sk-kept-secret\n');
    expect(result.stderr).toContain('ai use --apikey');
    expect(result.stderr).not.toContain('sk-kept-secret');
  });
});

describe.each(SHELLS)('$name: everything else', (shell) => {
  const box = useSandbox({ env: AWS_KEYS });
  const load = shell.source(`ai init ${shell.name}`);
  const say = (key: string) => shell.say(key, shell.status);

  /** Puts a program called `ai` that shows what reaches it first in PATH. */
  const play = (): string => {
    const program = [
      '#!/bin/sh',
      'printf "<%s>" "$@"; echo',
      'echo "input=$(cat)"',
      'echo "provider=$AI_SESSION_PROVIDER"',
      'echo problem >&2',
      'exit 7',
    ];
    box.plant('first/ai', `${program.join('\n')}\n`, 0o755);
    return shell.name === 'fish' ? `set -gx PATH ${box.home}/first $PATH` : `PATH=${box.home}/first:$PATH`;
  };

  test.each([
    ['no words', '', '<>'],
    ['words with blanks, globs and nothing', `'a b' '' '*' --aws`, '<a b><><*><--aws>'],
    ['a command', 'status --json', '<status><--json>'],
    ['use further back', '--aws use off', '<--aws><use><off>'],
  ])('%s: reaches the program with stdin, stdout, stderr and status', (_title, words, shown) => {
    const result = run(shell, box, [load, play(), `ai ${words}`, say('status')], { stdin: 'a line' });
    expect(result.stdout).toBe(`${shown}\ninput=a line\nprovider=\nstatus=7\n`);
    expect(result.stderr).toBe('problem\n');
  });

  test('sees the session', () => {
    const result = run(shell, box, [load, 'ai use --aws', play(), 'ai status', 'exit 0']);
    expect(result.said).toMatchObject({ provider: 'aws' });
  });

  test('is not found where there is no program', () => {
    const gone = shell.name === 'fish' ? 'set -gx PATH /nowhere' : 'PATH=/nowhere';
    const result = run(shell, box, [load, gone, 'ai status', say('status'), 'ai use --aws', say('use')]);
    expect(result.said).toEqual({ status: '127', use: '127' });
  });
});

/** Names that loading may add; the shell sets PIPESTATUS itself, fish loads its own prompt. */
const OURS = /^(ai$|__ai_|precmd_functions$|PROMPT_COMMAND$|PIPESTATUS$|fish_prompt$|__fish_)/;

describe.each(SHELLS)('$name: loading', (shell) => {
  const box = useSandbox({ env: AWS_KEYS });
  const words = ['', '--prompt'] as const;
  const load = (flag: string) => shell.source(`ai init ${shell.name} ${flag}`);

  test.each(words)('ai init %s: prints nothing, leaves status 0 and only names of its own', (flag) => {
    const [before, after] = [box.file('before'), box.file('after')];
    const result = run(shell, box, [
      ...[shell.names(before), load(flag), shell.say('load', shell.status), shell.names(after)],
    ]);
    expect(result).toMatchObject({ stdout: 'load=0\n', stderr: '' });
    const known = new Set(box.read('before').split('\n'));
    const added = box.read('after').split('\n');
    const foreign = added.filter((name) => !known.has(name) && !OURS.test(name));
    expect(added).toContain('ai');
    expect(foreign).toEqual([]);
  });

  test.each(words)('ai init %s: a second time changes nothing', (flag) => {
    const take = (name: string) => shell.snapshot(box.file(name));
    run(shell, box, [load(flag), take('warm'), take('once'), load(flag), take('twice')]);
    expect(box.read('once')).toContain('__ai_use');
    expect(shell.settle(box.read('twice'))).toBe(shell.settle(box.read('once')));
  });
});

describe('ai init', () => {
  const box = useSandbox();

  test.each([
    ['', /^ai: "ai init" needs a shell\n/],
    ['tcsh', /^ai: there is no integration for the shell "tcsh"\n/],
    ['sh', /^ai: there is no integration for the shell "sh"\n/],
    ['../bash', /^ai: there is no integration/],
    ['bash zsh', /^ai: unexpected word zsh\n/],
    ['bash --promt', /^ai: unknown flag --promt\n/],
  ])('%j is refused, and so is its evaluation', (words, message) => {
    const result = runProgram(box, ['ai', 'init', ...words.split(' ').filter(Boolean)]);
    expect(result).toMatchObject({ status: 2, stdout: 'false\n', stderr: expect.stringMatching(message) });
    expect(result.stderr).toContain('SHELL is one of: bash, fish, zsh\n');
  });

  test.each(['bash', 'zsh', 'fish'])('%s needs no node', (name) => {
    box.plant('first/node', '#!/bin/sh\nexit 99\n', 0o755);
    const env = { PATH: `${box.home}/first:${box.env.PATH}` };
    const plain = runProgram(box, ['ai', 'init', name], { env });
    const prompt = runProgram(box, ['ai', 'init', '--prompt', name], { env });
    expect(plain).toMatchObject({ status: 0, stderr: '' });
    expect(plain.stdout).toContain('__ai_use');
    expect(prompt).toMatchObject({ status: 0, stderr: '' });
    expect(prompt.stdout.startsWith(plain.stdout)).toBe(true);
    expect(prompt.stdout.length).toBeGreaterThan(plain.stdout.length);
  });

  test('--help is the help, with the shells', () => {
    const result = runProgram(box, ['ai', 'init', '--help']);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(result.stdout).toContain('ai init bash|zsh|fish [--prompt]');
  });
});
