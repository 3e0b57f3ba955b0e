import { type Terminal, terminal } from '../support/pty.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { bash, fish, type Shell, zsh } from '../support/shells.ts';

const load = (shell: Shell): string => shell.source(`ai init ${shell.name} --prompt`);
const SEGMENT = '[aws opus-5-5 ^] ';

/** What bash-preexec does, as far as it matters here: first and last in PROMPT_COMMAND, lists of functions, a DEBUG trap. */
const PREEXEC = [
  'precmd_functions=()',
  'told() { echo "told $1"; }',
  '__bp_set_ret() { return "$1"; }',
  '__bp_precmd_invoke_cmd() { __bp_last=$?; for f in $precmd_functions; do __bp_set_ret $__bp_last; $f; done; return $__bp_last; }',
  '__bp_interactive_mode() { __bp_on=1; }',
  '__bp_debug() { [[ -n $__bp_on && -z $COMP_LINE ]] || return 0; case $PROMPT_COMMAND in *"$BASH_COMMAND"*) __bp_on=; return 0 ;; esac; __bp_on=; told "$BASH_COMMAND"; }',
  "PROMPT_COMMAND=$'__bp_precmd_invoke_cmd\\n__bp_interactive_mode'",
  "trap '__bp_debug' DEBUG",
];

/** What powerlevel10k does, as far as it matters here: elements by name, read at the first prompt, and the last word on PROMPT. */
const POWERLEVEL10K = [
  'POWERLEVEL9K_LEFT_PROMPT_ELEMENTS=(dir)',
  'p10k() { [[ $1 == segment ]] && SHOWN+="$3 " }',
  'prompt_dir() { p10k segment -t "(v)" }',
  '_p9k_precmd() {',
  '  local s=$? e; SHOWN=; typeset -gU ELEMENTS; (( $#ELEMENTS )) || ELEMENTS=($POWERLEVEL9K_LEFT_PROMPT_ELEMENTS)',
  '  for e in $ELEMENTS; do prompt_$e; done; PROMPT="$SHOWN@$s> "',
  '  precmd_functions=(${precmd_functions:#_p9k_precmd} _p9k_precmd)',
  '}',
  'precmd_functions+=(_p9k_precmd)',
];

const DIRENV_BASH = '_direnv_hook() { local s=$?; trap -- "" SIGINT; HOOKED=1; trap - SIGINT; return $s; }';

/** Prompts as people have them: what the start-up file says around our line, in place of which `@` stands. */
const PROMPTS: readonly (readonly [string, Shell, readonly string[]])[] = [
  ['none but PS1', bash, ['@']],
  ['our line twice', bash, ['@', '@']],
  ['our line after the options of a careful script', bash, ['set -u', '@']],
  ['PROMPT_COMMAND that ends in a semicolon', bash, ["PROMPT_COMMAND='true; '", '@']],
  ['PROMPT_COMMAND that ends in a comment', bash, ["PROMPT_COMMAND='true # always'", '@']],
  ['PROMPT_COMMAND, a list', bash, ["PROMPT_COMMAND=('true' 'true; ')", '@']],
  ['a status that is taken after ours', bash, ['@', "PROMPT_COMMAND+=$'\\nSTATUS=$?'", "PS1='@$STATUS> '"]],
  ['PROMPT_COMMAND, a list that grows', bash, ['@', "PROMPT_COMMAND+=('true')"]],
  [
    'direnv, before and after',
    bash,
    [
      ...[DIRENV_BASH, 'PROMPT_COMMAND="_direnv_hook;$PROMPT_COMMAND"', '@'],
      'PROMPT_COMMAND="_direnv_hook;$PROMPT_COMMAND"',
    ],
  ],
  [
    'Starship, which makes PS1 anew for every prompt',
    bash,
    ['draw() { STATUS=$?; PS1="@$STATUS> "; }', 'PROMPT_COMMAND=draw', '@'],
  ],
  ['bash-preexec', bash, [...PREEXEC, '@']],
  [
    'mise',
    bash,
    [
      '_mise_hook() { local s=$?; HOOKED=1; return $s; }',
      '@',
      'PROMPT_COMMAND="_mise_hook${PROMPT_COMMAND:+;$PROMPT_COMMAND}"',
    ],
  ],
  ['lines above the prompt', bash, ['@', "PS1='\\n@$?> '"]],
  ['values in PS1 as they are', bash, ['shopt -u promptvars', "PS1='@0> '", '@']],
  ['none but PROMPT', zsh, ['@']],
  ['our line twice', zsh, ['@', '@']],
  ['options', zsh, ['setopt ksh_arrays sh_word_split no_unset warn_create_global', '@']],
  ['prompt_subst', zsh, ['setopt prompt_subst', "PROMPT='@$?> '", '@']],
  ['prompt_bang', zsh, ['setopt prompt_bang', '@']],
  [
    'direnv',
    zsh,
    [
      '_direnv_hook() { trap -- "" SIGINT; trap - SIGINT }',
      'typeset -ag precmd_functions',
      'precmd_functions=(_direnv_hook $precmd_functions)',
      '@',
    ],
  ],
  [
    'Starship, which runs in the prompt',
    zsh,
    [
      ...['draw_precmd() { STATUS=$? }', 'draw() { print -n "@$STATUS> " }', 'setopt prompt_subst'],
      ...["PROMPT='$(draw)'", 'autoload -Uz add-zsh-hook', 'add-zsh-hook precmd draw_precmd', '@'],
    ],
  ],
  ['a function that makes PROMPT anew', zsh, ['draw() { PROMPT="@$?> " }', 'precmd_functions+=(draw)', '@']],
  [
    'a function that makes PROMPT anew after ours',
    zsh,
    ['@', 'draw() { PROMPT="@$?> " }', 'precmd_functions+=(draw)'],
  ],
  [
    'mise',
    zsh,
    [
      '@',
      '_mise_hook() { HOOKED=1 }',
      'precmd_functions=(_mise_hook $precmd_functions)',
      'chpwd_functions+=(_mise_hook)',
    ],
  ],
  ['powerlevel10k', zsh, [...POWERLEVEL10K, '@', '@']],
  ['powerlevel10k, after our line', zsh, ['@', ...POWERLEVEL10K]],
  ['precmd', zsh, ['precmd() { HOOKED=1 }', '@']],
  ['lines above the prompt', zsh, ['@', "PROMPT=$'\\n@%?> '"]],
  ['lines above the prompt', fish, ['@', 'function fish_prompt; echo -en "\\n@$status> "; end']],
  ['fish_prompt', fish, ['@']],
  ['our line twice', fish, ['@', '@']],
  ['mise', fish, ['@', 'function _mise_hook --on-event fish_prompt; set -g HOOKED 1; end']],
  ['a theme that is loaded after our line', fish, ['@', 'function fish_prompt; echo -n "@$status> "; end']],
  ['direnv', fish, ['function hook --on-event fish_prompt; true; end', '@']],
  [
    'Starship, which takes the status from fish',
    fish,
    ['function fish_prompt; set -l s $status $pipestatus; echo -n "@$s[1]> "; end', '@'],
  ],
  [
    'a virtual environment around',
    fish,
    [
      ...['@', 'functions -c fish_prompt old_prompt'],
      'function fish_prompt; set -l s $status; echo -n "(v) "; echo "exit $s" | .; old_prompt; end',
      '@',
    ],
  ],
];

describe.each(PROMPTS.map(([title, shell, lines]) => [shell.name, title, shell, lines] as const))(
  '%s: a prompt of one’s own: %s',
  (_name, title, shell, lines) => {
    const box = useSandbox({ env: { ...AWS_KEYS, NO_COLOR: '1' } });
    let term: Terminal;
    afterEach(() => term.close());

    test('has the segment in front during a session, once, and keeps its status', async () => {
      term = terminal(
        shell,
        box,
        lines.map((line) => (line === '@' ? load(shell) : line)),
      );
      const status = title === 'values in PS1 as they are' ? 0 : 3;
      const fails = 'sh -c "exit 3"';
      expect((await term.ready()).text).not.toContain('[');
      expect(await term.enter(fails)).toMatchObject({ status, text: expect.not.stringContaining('[') });
      const begun = await term.enter('ai use --aws --opus');
      expect(begun.text.split(SEGMENT)).toHaveLength(2);
      const failed = await term.enter(fails);
      expect(failed).toMatchObject({ status, text: expect.stringMatching(/\^\] (\(v\) )?$/) });
      expect(failed.text.split(SEGMENT)).toHaveLength(2);
      expect(await term.enter('ai off')).toMatchObject({
        status: 0,
        text: expect.not.stringContaining('['),
      });
      expect((await term.enter(fails)).status).toBe(status);
      expect(box.sessions()).toEqual([]);
    });
  },
);

describe('bash-preexec', () => {
  const box = useSandbox({ env: AWS_KEYS });

  let term: Terminal;
  afterEach(() => term.close());

  /** Until the first prompt there is only what sets it up. */
  const LATE = [
    ...PREEXEC.slice(0, -2),
    "__bp_install() { PROMPT_COMMAND=$'__bp_precmd_invoke_cmd\\n__bp_interactive_mode'; trap '__bp_debug' DEBUG; __bp_precmd_invoke_cmd; __bp_interactive_mode; }",
    'PROMPT_COMMAND=__bp_install',
  ];

  test.each([
    ['at work', PREEXEC],
    ['not yet at work', LATE],
  ])('%s: goes on hearing of every command', async (_state, lines) => {
    term = terminal(bash, box, [...lines, load(bash)]);
    await term.ready();
    for (const word of ['one', 'two'])
      expect((await term.enter(`true ${word}`)).text).toContain(`told true ${word}`);
    expect((await term.enter('ai use --aws --opus')).text).toContain('[aws opus-5-5 ^]');
  });
});
