import { type Terminal, terminal } from '../support/pty.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { bash, fish, SHELLS, type Shell, zsh } from '../support/shells.ts';
import { openScreen, type Screen } from '../support/tmux.ts';

const load = (shell: Shell, words = '--prompt'): string => shell.source(`ai init ${shell.name} ${words}`);
const SEGMENT = '[aws opus-5-5 ^]';

describe.each(SHELLS)('$name: a line that is longer than the terminal', (shell) => {
  let screen: Screen;
  // Before the sandbox is removed: the socket is there.
  afterEach(() => screen.close());
  const box = useSandbox({ env: AWS_KEYS });

  const open = async (width: number, prompt: object): Promise<void> => {
    box.plant('.ai-runnerrc', JSON.stringify({ prompt }));
    box.plant(shell.startup, `${[shell.prompt, load(shell), 'ai use --aws --opus -q'].join('\n')}\n`);
    box.plant('.local/share/fish/generated_completions/none.fish', '');
    screen = openScreen(box, [shell.path, ...shell.interactive], {
      ...box.env,
      COLORTERM: 'truecolor',
      XDG_RUNTIME_DIR: box.root,
    });
    await screen.waitFor(/@0>$/);
    screen.resize(width, 12);
    screen.type('clear');
    screen.press('Enter');
    await screen.waitFor(/^.+ @0>$/);
  };

  // One column, two columns, a colour of several numbers: whoever counts wrong breaks the line elsewhere.
  test.each([
    ['one column each', { format: '⟨{tier}{ sign}⟩', symbols: { cloud: '☁' } }, '⟨opus ☁⟩'],
    [
      'two columns each',
      { format: '雲{tier}{ sign}', symbols: { cloud: '🦙' }, colors: { cloud: 208 } },
      '雲opus 🦙',
    ],
    ['what prompts expand', { format: '%{tier}%F$${sign}!!{{}}', symbols: { cloud: '$' } }, ''],
  ])('is drawn and edited right: %s', async (_what, prompt, text) => {
    const segment = text || '%opus%F$$$!!{}';
    await open(40, prompt);
    await screen.waitFor(/@0>$/);
    screen.type(`: ${'abcdefgh '.repeat(7)}.`);
    await screen.waitFor(/\.$/);
    screen.press('C-a', 'C-d', 'C-d');
    screen.type('echo ');
    await screen.waitFor(/echo abc/);
    expect(screen.shown().replaceAll('\n', '')).toBe(`${segment} @0> echo ${'abcdefgh '.repeat(7)}.`);
  });
});

const text = (term: Terminal): string => term.shown();

describe('a place of one’s own', () => {
  const box = useSandbox({ env: { ...AWS_KEYS, NO_COLOR: '1' } });
  let term: Terminal;
  afterEach(() => term.close());

  const open = async (shell: Shell, ...startup: readonly string[]): Promise<void> => {
    term = terminal(shell, box, [load(shell, ''), ...startup]);
    await term.ready();
    expect((await term.enter('ai use --aws --opus')).status).toBe(0);
  };

  test('zsh: on the right', async () => {
    await open(zsh, 'precmd_functions+=(__ai_prompt)', 'setopt prompt_subst', "RPROMPT='$AI_PROMPT'");
    await term.enter('true');
    await term.waitFor(/\[aws opus-5-5 \^\]/);
    expect(text(term)).toContain(SEGMENT);
  });

  test('fish: on the right', async () => {
    await open(fish, 'function fish_right_prompt; __ai_prompt; echo -n "$AI_PROMPT"; end');
    term.send('true\r');
    await term.waitFor(/\[aws opus-5-5 \^\]/);
  });
});

describe('prompts that change when the line is accepted', () => {
  const box = useSandbox({ env: { ...AWS_KEYS, NO_COLOR: '1' } });
  let term: Terminal;
  afterEach(() => term.close());

  const TRANSIENT = [
    'full() { PROMPT="@%?> " }; precmd_functions+=(full)',
    'brief() { PROMPT="# "; zle .reset-prompt }; zle -N zle-line-finish brief',
  ];

  test.each(['before', 'after'])(
    'zsh: the segment is back at the next one; set up %s our line',
    async (place) => {
      const ours = load(zsh);
      term = terminal(zsh, box, place === 'before' ? [...TRANSIENT, ours] : [ours, ...TRANSIENT]);
      await term.ready();
      await term.enter('ai use --aws --opus');
      for (const status of [3, 4])
        expect(await term.enter(`sh -c "exit ${status}"`)).toMatchObject({
          status,
          text: expect.stringMatching(/\[aws opus-5-5 \^\] $/),
        });
    },
  );
});

describe('the states of a pipeline', () => {
  const box = useSandbox({ env: { ...AWS_KEYS, NO_COLOR: '1' } });
  let term: Terminal;
  afterEach(() => term.close());

  const PROMPTS: readonly (readonly [string, Shell, readonly string[]])[] = [
    ['bash', bash, ["PS1='<${PIPESTATUS[*]}>@$?> '"]],
    ['zsh', zsh, ['setopt prompt_subst', "PROMPT='<$pipestatus>@%?> '"]],
    [
      'fish',
      fish,
      ['function fish_prompt; set -l p $pipestatus; set -l s $status; echo -n "<$p>@$p[-1]> "; end'],
    ],
  ];

  test.each(PROMPTS)('%s: are still those of the user’s command', async (_name, shell, lines) => {
    term = terminal(shell, box, [...lines, load(shell)]);
    await term.ready();
    await term.enter('ai use --aws --opus');
    const pipe = 'sh -c "exit 3" | sh -c "exit 4" | sh -c "exit 5"';
    expect(await term.enter(pipe)).toMatchObject({
      status: 5,
      text: expect.stringMatching(/\[aws opus-5-5 \^\] <3 4 5>$/),
    });
  });
});

describe.each(SHELLS)('$name: other shells within the session', (shell) => {
  const box = useSandbox({ env: { ...AWS_KEYS, NO_COLOR: '1' } });
  let term: Terminal;
  afterEach(() => term.close());

  test('a child and one that takes the place show it; without the variables there is none', async () => {
    term = terminal(shell, box, [load(shell)]);
    await term.ready();
    await term.enter('ai use --aws --opus');
    const again = [shell.path, ...shell.interactive].join(' ');
    for (const line of [again, `exec ${again}`])
      expect((await term.enter(line)).text).toMatch(/\[aws opus-5-5 \^\] $/);
    const bare = `env -u AI_SESSION_ID ${again}`;
    expect((await term.enter(bare)).text).not.toContain('[aws');
    await term.enter('exit');
    term.send('exit\r');
    await term.ready();
    expect((await term.enter('ai off')).text).not.toContain('[aws');
    expect(box.sessions()).toEqual([]);
  });
});
