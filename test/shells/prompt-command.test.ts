import { blocks } from '../support/blocks.ts';
import { findProgram } from '../support/find-program.ts';
import { terminal } from '../support/pty.ts';
import { run, runProgram } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { bash, fish, SHELLS, zsh } from '../support/shells.ts';
import { openScreen } from '../support/tmux.ts';

const ID = 'cc-aws-0-2';
const SESSION = { AI_SESSION_ID: ID, AI_SESSION_PROVIDER: 'aws', AI_SESSION_MODEL: 'us.anthropic.claude-m' };
const RECORDED = [
  'provider=aws',
  'payer=cloud',
  'model=a "b" \\c',
  'prompt=[50% #(id) ☁]',
  'prompt_ascii=[50% #(id) ^]',
  'prompt_color=6',
];

describe('ai prompt', () => {
  const box = useSandbox();
  const record = (lines: readonly string[] = RECORDED) =>
    box.plant(`.ai-runner/sessions/${ID}.info`, [...lines, ''].join('\n'));
  const ask = (words: readonly string[], env: Readonly<Record<string, string>> = SESSION) => {
    const { stdout, ...rest } = runProgram(box, ['ai', 'prompt', ...words], { env });
    return { ...rest, stdout: Buffer.from(stdout, 'latin1').toString('utf8') };
  };

  test.each([
    [[], '[50% #(id) ☁]'],
    [['--shell', 'plain'], '[50% #(id) ☁]'],
    [['--shell=bash'], '\x01\x1b[36m\x02[50% #(id) ☁]\x01\x1b[39m\x02'],
    [['--shell', 'zsh'], '%F{6}[50%% #(id) ☁]%f'],
    [['--shell', 'fish'], '\x1b[36m[50% #(id) ☁]\x1b[39m'],
    [['--shell', 'tmux'], '#[fg=colour6][50% ##(id) ☁]#[default]'],
  ])('%j: colour and quoting of who reads it', (words, text) => {
    record();
    expect(ask(words)).toMatchObject({ status: 0, stdout: `${text}\n`, stderr: '' });
  });

  test('no colour with NO_COLOR or on a dumb terminal, no Unicode where there is none', () => {
    record();
    for (const env of [{ NO_COLOR: '1' }, { NO_COLOR: '1', LC_ALL: 'C' }, { TERM: 'dumb' }])
      for (const kind of ['bash', 'zsh', 'fish', 'tmux'])
        expect(ask(['--shell', kind], { ...SESSION, ...env }).stdout).toMatch(
          /^\[50%%? ##?\(id\) (☁|\^)\]\n$/,
        );
    expect(ask([], { ...SESSION, LC_ALL: 'C' }).stdout).toBe('[50% #(id) ^]\n');
  });

  test('JSON', () => {
    record();
    const whole = {
      session: ID,
      provider: 'aws',
      model: 'a "b" \\c',
      payer: 'cloud',
      text: '[50% #(id) ☁]',
      color: 6,
      gone: false,
    };
    for (const words of [['--json'], ['--shell', 'json']])
      expect(JSON.parse(ask(words).stdout)).toEqual(whole);
    expect(JSON.parse(ask(['--json'], {}).stdout)).toEqual({ session: null });
    const hostile = { AI_SESSION_ID: 'x\x1b', AI_SESSION_PROVIDER: 'a\n"\\', AI_SESSION_MODEL: '\tm\x01' };
    expect(JSON.parse(ask(['--json'], hostile).stdout)).toMatchObject({
      session: 'x_',
      provider: 'a_"\\',
      model: '_m_',
    });
    expect(JSON.parse(ask(['--json'], { ...SESSION, AI_SESSION_ID: 'other' }).stdout)).toMatchObject({
      session: 'other',
      payer: null,
      color: null,
      gone: true,
    });
  });

  test('without a session nothing; of one that is gone what is known', () => {
    expect(ask([], {})).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(ask([]).stdout).toBe('[aws m!]\n');
    expect(ask([], { ...SESSION, AI_SESSION_MODEL: '`id`' }).stdout).toBe('[session!]\n');
    record(['provider=aws', 'model=us.anthropic.claude-opus-5-5']);
    expect(ask([]).stdout).toBe('[aws opus-5-5]\n');
    record(['prompt=']);
    expect(ask([]).stdout).toBe('');
  });

  test('no other file than a session file is read', () => {
    box.plant('.ai-runner/secret.info', 'prompt=secret\n');
    expect(ask([], { ...SESSION, AI_SESSION_ID: '../secret' }).stdout).not.toContain('secret\n');
  });

  test('starts no node', () => {
    record();
    const path = { PATH: `${box.bin}:/usr/bin:/bin` };
    const trace = [findProgram('strace'), '-f', '-q', '-e', 'trace=execve', '-o', box.file('trace')];
    expect(
      runProgram(box, [...trace, `${box.bin}/ai`, 'prompt'], { env: { ...SESSION, ...path } }).status,
    ).toBe(0);
    expect(box.read('trace')).toContain('execve(');
    expect(box.read('trace')).not.toContain('node');
  });

  test.each([
    [['--nope'], 'unknown flag --nope'],
    [['--shell', 'csh'], 'cannot be "csh"'],
    [['--shell'], '--shell needs a value'],
    [['--tty', 'pts/1'], 'absolute path'],
    [['word'], 'unexpected word "word"'],
  ])('%j is a mistake', (words, message) => {
    expect(ask(words)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(message) });
  });

  test('has help', () => {
    expect(ask(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('ai prompt --json') });
  });
});

describe.each(SHELLS)('$name: ai prompt in a prompt', (shell) => {
  const box = useSandbox({ env: AWS_KEYS });

  test('shows the session of the shell', () => {
    const prompt = {
      bash: [`PS1='$(ai prompt --shell bash)> '`, `printf %s "${bash.value('PS1@P')}"`],
      zsh: ['setopt prompt_subst', `PROMPT='$(ai prompt --shell zsh)> '`, 'print -rnP -- "$PROMPT"'],
      fish: ['function fish_prompt; printf "%s> " (ai prompt --shell fish); end', 'fish_prompt'],
    }[shell.name];
    const { stdout } = run(shell, box, [shell.source('ai env --aws --opus'), ...prompt]);
    expect(stdout.replace(/[\x01\x02]/g, '')).toBe('\x1b[36m[aws opus-5-5 ^]\x1b[39m> ');
  });
});

describe('ai prompt --tty', () => {
  const box = useSandbox({ env: AWS_KEYS });

  test('finds the session on a terminal, from outside, as long as it lives', async () => {
    const term = terminal(zsh, box, [zsh.source('ai init zsh')]);
    await term.ready();
    const tty = /\/dev\/\S+/.exec((await term.enter('tty')).text)?.[0] ?? '';
    const ask = () => runProgram(box, ['ai', 'prompt', '--tty', tty]).stdout;
    expect(ask()).toBe('');
    await term.enter('ai use --aws --opus');
    expect(ask()).toBe('[aws opus-5-5 ^]\n');
    await term.enter('ai use --ollama --model m');
    expect(ask()).toBe('[ollama m ~]\n');
    const relative = runProgram(box, ['ai', 'prompt', '--tty', tty], {
      cwd: box.home,
      env: { AI_RUNNER_HOME: '.ai-runner' },
    });
    expect(relative.stdout).toBe('[ollama m ~]\n');
    const [name = ''] = box.sessions();
    const file = box.plant(
      `.ai-runner/sessions/${name}`,
      `pid=${term.pid}\ntty=${tty}\nprompt=[x]\nstart_time=1\n`,
    );
    expect([file, ask()]).toEqual([file, '']);
    term.close();
    await term.ended;
  });

  test('in the status line of tmux, which is drawn in another one', async () => {
    const load = `${fish.prompt}\n${fish.source('ai init fish')}\n`;
    box.plant('.config/fish/config.fish', load);
    box.plant('.local/share/fish/generated_completions/none.fish', '');
    const [recipe = ''] = blocks('docs/shell-integration.md').filter((text) => text.includes('status-right'));
    const conf = box.plant('tmux.conf', `${recipe}set -g status-interval 1\n`);
    const tmux = [findProgram('tmux'), '-S', `${box.root}/inner`, '-f', conf];
    const env = { ...box.env, XDG_RUNTIME_DIR: box.root };
    const screen = openScreen(box, ['env', '-u', 'TMUX', ...tmux, 'new-session', fish.path, '-i'], env);
    try {
      await screen.waitFor(/@0>[\s\S]* \d\d:\d\d$/);
      screen.type('ai use --aws --opus -q');
      screen.press('Enter');
      expect(await screen.waitFor(/\[aws.*\] [\d:]+$/)).toMatch(/ \[aws opus-5-5 \^\] \d\d:\d\d$/);
      screen.type('ai off');
      screen.press('Enter');
      await screen.waitFor(/[^\]] \d\d:\d\d$/);
    } finally {
      // The outer one ends with the only program in it.
      runProgram(box, [...tmux, 'kill-server']);
    }
  });
});
