import { type Terminal, terminal } from '../support/pty.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { bash, fish, on, type Shell, zsh } from '../support/shells.ts';

/** Prompts as people have them: each prints `<STATUS>` before the prompt, by the means of its shell. */
const PROMPTS: readonly (readonly [string, Shell, readonly string[], string])[] = [
  ['PROMPT_COMMAND, a string', bash, [`PROMPT_COMMAND='echo "<$?>"; '`], 'declare -p PROMPT_COMMAND'],
  [
    'PROMPT_COMMAND, an array',
    bash,
    [`PROMPT_COMMAND=('echo "<$?>"' 'true; ')`],
    'declare -p PROMPT_COMMAND',
  ],
  [
    'a function that builds PS1',
    bash,
    ['draw() { local s=$?; echo "<$s>"; return $s; }', 'PROMPT_COMMAND=draw'],
    'declare -p PROMPT_COMMAND',
  ],
  [
    'hooks before commands by a DEBUG trap',
    bash,
    [
      'before() { [ -n "$COMP_LINE" ] || last=$BASH_COMMAND; }',
      'after() { local s=$?; echo "<$s>"; trap before DEBUG; return $s; }',
      'PROMPT_COMMAND=after',
    ],
    'trap -p DEBUG; trap -p EXIT',
  ],
  [
    'an EXIT trap as macOS sets it',
    bash,
    [`PROMPT_COMMAND='echo "<$?>"'`, 'trap save_session EXIT; save_session() { echo saved; }'],
    'trap -p EXIT',
  ],
  ['precmd', zsh, ['precmd() { echo "<$?>" }'], 'typeset -f precmd'],
  [
    'precmd_functions',
    zsh,
    ['draw() { echo "<$?>" }', 'precmd_functions=(draw)', 'preexec_functions=(true)'],
    'print $precmd_functions $preexec_functions',
  ],
  [
    'add-zsh-hook',
    zsh,
    [
      'autoload -Uz add-zsh-hook',
      'draw() { echo "<$?>" }',
      'add-zsh-hook precmd draw',
      'leave() { echo saved }',
      'add-zsh-hook zshexit leave',
    ],
    'print $precmd_functions $zshexit_functions',
  ],
  ['fish_prompt', fish, ['function draw --on-event fish_prompt; echo "<$status>"; end'], 'functions draw'],
  [
    'fish_postexec',
    fish,
    ['function draw --on-event fish_postexec; echo "<$status>"; end'],
    'functions --handlers-type generic',
  ],
];

describe.each(PROMPTS)('%s (%#)', (_title, shell, startup, look) => {
  const box = useSandbox({ env: AWS_KEYS });
  let term: Terminal;
  afterEach(() => term.close());

  test('goes on during and after a session, and is what it was', async () => {
    term = terminal(shell, box, startup);
    await term.ready();
    const before = (await term.enter(look)).text;
    expect(before).toContain('<0>');
    expect(await term.enter(on(shell))).toMatchObject({ status: 0, text: expect.stringContaining('<0>') });
    expect(await term.enter('sh -c "exit 3"')).toMatchObject({
      status: 3,
      text: expect.stringContaining('<3>'),
    });
    expect(await term.enter('ai_off')).toMatchObject({ status: 0, text: expect.stringContaining('<0>') });
    expect(await term.enter('sh -c "exit 4"')).toMatchObject({
      status: 4,
      text: expect.stringContaining('<4>'),
    });
    expect((await term.enter(look)).text).toBe(before);
    expect(box.sessions()).toEqual([]);
  });

  test('is no hindrance at the end of the shell', async () => {
    term = terminal(shell, box, startup);
    await term.ready();
    expect((await term.enter(on(shell))).status).toBe(0);
    expect(box.sessions()).toHaveLength(1);
    term.send('exit 7\r');
    const farewell = startup.join().includes('saved');
    if (farewell) await term.waitFor(/^saved$/m);
    expect(await term.ended).toEqual({ status: 7, signal: 0 });
    expect([box.sessions(), box.litter()]).toEqual([[], []]);
    const farewells = term.shown().match(/^saved$/gm) ?? [];
    expect(farewells).toHaveLength(farewell ? 1 : 0);
  });
});
