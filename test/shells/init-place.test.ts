import { readdirSync } from 'node:fs';
import { type Terminal, terminal } from '../support/pty.ts';
import { run } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { bash, fish, POSIX, SHELLS, type Shell, zsh } from '../support/shells.ts';

const load = (shell: Shell): string => shell.source(`ai init ${shell.name} --prompt`);
const SEGMENT = '[aws opus-5-5 ^] ';

describe.each(POSIX)('$name: the prompt', (shell) => {
  const box = useSandbox({ env: { ...AWS_KEYS, NO_COLOR: '1' } });
  let term: Terminal;
  afterEach(() => term.close());

  const open = async (...startup: readonly string[]): Promise<void> => {
    term = terminal(shell, box, startup);
    await term.ready();
    expect((await term.enter('ai use --aws --opus')).status).toBe(0);
  };

  test('a virtual environment comes and goes', async () => {
    await open(load(shell));
    expect((await term.enter('OLD=$PS1; PS1="(v) $PS1"')).text).toBe(`${SEGMENT}(v) `);
    expect((await term.enter('PS1=$OLD')).text).toBe(SEGMENT);
  });
});

describe.each(SHELLS)('$name: the prompt', (shell) => {
  const box = useSandbox({ env: AWS_KEYS });
  let term: Terminal;
  afterEach(() => term.close());

  test('at a place of one’s own', async () => {
    const place = {
      bash: ["PROMPT_COMMAND='__ai_prompt'", "PS1='here $AI_PROMPT@$?> '"],
      zsh: ['precmd_functions+=(__ai_prompt)', 'setopt prompt_subst', "PROMPT='here $AI_PROMPT@%?> '"],
      fish: ['function fish_prompt; __ai_prompt; echo -n "here $AI_PROMPT@$status> "; end'],
    }[shell.name];
    term = terminal(shell, box, [shell.source(`ai init ${shell.name}`), 'export NO_COLOR=1', ...place]);
    await term.ready();
    expect((await term.enter('ai use --aws --opus')).status).toBe(0);
    expect(await term.enter('sh -c "exit 3"')).toEqual({
      status: 3,
      text: expect.stringMatching(/here \[aws opus-5-5 \^\] $/),
    });
    expect(await term.enter('ai off')).toMatchObject({ status: 0, text: expect.stringMatching(/here $/) });
  });

  test('shows what a model is called, and runs none of it', async () => {
    const expand = shell.name === 'zsh' ? ['setopt prompt_subst'] : [];
    term = terminal(shell, box, [...expand, load(shell)]);
    await term.ready();
    await term.enter("ai use --ollama --model '$(>pwned)`>pwned`%n'");
    await term.enter('true');
    expect(term.shown()).toContain('[ollama _(_pwned)__pwned__n ~] ');
    expect(readdirSync(box.work)).toEqual([]);
  });
});

describe.each([
  ['zsh', zsh, 'setopt single_line_zle'],
  ['fish', fish, ''],
] as const)('%s: the colour of the prompt', (_name, shell, oneLine) => {
  const box = useSandbox({ env: AWS_KEYS });

  let term: Terminal;
  afterEach(() => term.close());

  /** What a narrow terminal shows of a long line; a shell that counts colours as columns would scroll or fold elsewhere. */
  const typed = async (color: string): Promise<string> => {
    term = terminal(shell, box, [oneLine, shell.export('NO_COLOR', color), load(shell)]);
    await term.ready();
    await term.enter('ai use --aws --opus');
    term.resize(26, 20);
    await term.enter('true');
    const start = term.shown().length;
    for (const word of [': one', ' two', ' three', ' four']) {
      term.send(word);
      await term.waitFor(new RegExp(`${word.slice(-2)}[^a-z]*$`));
    }
    term.close();
    await term.ended;
    return term.shown().slice(start);
  };

  test('takes no room', async () => {
    const plain = await typed('1');
    expect(plain).toContain('two');
    expect(await typed('')).toBe(plain);
  });
});

describe.each(POSIX)('$name: what is put into the prompt', (shell) => {
  const box = useSandbox({ env: { NO_COLOR: '1', AI_SESSION_ID: 'cc-p-0-2', AI_SESSION_PROVIDER: 'p' } });
  const expanding = {
    bash: ['shopt -s promptvars', 'shopt -u promptvars'],
    zsh: ['setopt prompt_subst', 'unsetopt prompt_subst'],
  };
  const [on = '', off = ''] = expanding[shell.name as 'bash' | 'zsh'];
  const shown = (setting: string, look = 'printf %s "$PS1"'): string =>
    run(shell, box, [setting, "PS1='> '", load(shell), '__ai_precmd', '__ai_precmd', look]).stdout;

  test('is a reference where the shell expands it, else the value', () => {
    expect(shown(on)).toBe(`${shell.value('AI_PROMPT-')}> `);
    expect(shown(off)).toBe('[p!] > ');
  });

  test('follows what changes between two prompts', () => {
    const file = box.plant('.ai-runner/sessions/cc-p-0-2.info', 'payer=local\n');
    const look = ['__ai_precmd', '__ai_precmd', 'echo "$PS1"'];
    const steps = [
      ...[off, "PS1='> '", load(shell)],
      on,
      off,
      "PS1='new> '",
      'AI_SESSION_MODEL=m',
      `/bin/rm ${shell.quote(file)}`,
      on,
      'unset AI_SESSION_ID',
      off,
    ];
    const lines = [...steps.slice(0, 2), ...steps.slice(2).flatMap((step) => [step, ...look])];
    const reference = shell.value('AI_PROMPT-');
    expect(run(shell, box, [...lines, 'echo "<$AI_PROMPT>"']).stdout.split('\n')).toEqual([
      '[p ~] > ',
      `${reference}> `,
      '[p ~] > ',
      '[p ~] new> ',
      '[p m ~] new> ',
      '[p m ~!] new> ',
      `${reference}new> `,
      `${reference}new> `,
      'new> ',
      '<>',
      '',
    ]);
  });

  test('reads the same where an exclamation mark is a number', () => {
    const look = { bash: `printf %s "${bash.value('PS1@P')}"`, zsh: 'print -rnP -- "$PS1"' };
    const setting = { bash: 'set -o posix', zsh: 'setopt prompt_bang' };
    const name = shell.name as 'bash' | 'zsh';
    expect(shown(setting[name], look[name])).toBe('[p!] > ');
  });
});

describe('bash: PROMPT_COMMAND', () => {
  const box = useSandbox();

  test.each([
    ["PROMPT_COMMAND='one; '", '<one; \n__ai_precmd>'],
    ["PROMPT_COMMAND=(one 'two; ')", '<one><two; ><__ai_precmd>'],
    ['unset PROMPT_COMMAND', '<__ai_precmd>'],
    ['PROMPT_COMMAND=', '<__ai_precmd>'],
  ])('%s: keeps what is there', (setting, expected) => {
    const look = `printf '<%s>' "${bash.value('PROMPT_COMMAND[@]')}"`;
    expect(run(bash, box, [setting, load(bash), load(bash), look]).stdout).toBe(expected);
  });
});

describe('bash: the colour of the prompt', () => {
  const box = useSandbox({ env: AWS_KEYS });

  test('stands between the marks of readline for what takes no room', () => {
    const lines = [
      "PS1='> '",
      load(bash),
      'ai use --aws --opus',
      '__ai_precmd',
      `printf %s "${bash.value('PS1@P')}"`,
    ];
    expect(run(bash, box, lines).stdout).toBe('\x01\x1b[36m\x02[aws opus-5-5 ^]\x01\x1b[39m\x02 > ');
  });
});
