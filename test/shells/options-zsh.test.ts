import { expectOnAndOff, expectStart } from '../support/options.ts';
import { run } from '../support/run.ts';
import { AWS_KEYS, useSharedSandbox } from '../support/sandbox.ts';
import { on, zsh } from '../support/shells.ts';
import { useSnippet } from '../support/snippet.ts';

const OPTIONS =
  `ksh_arrays ksh_zero_subscript sh_word_split no_unset err_exit err_return glob_subst no_clobber no_glob xtrace
  verbose all_export posix_builtins posix_aliases posix_argzero posix_identifiers posix_strings posix_jobs posix_cd posix_traps
  csh_junkie_quotes csh_junkie_loops csh_junkie_history csh_null_glob null_glob no_nomatch no_bad_pattern extended_glob ksh_glob sh_glob
  sh_file_expansion sh_nullcmd csh_nullcmd rc_quotes rc_expand_param ignore_braces ignore_close_braces bsd_echo
  warn_create_global warn_nested_var typeset_silent typeset_to_unset ksh_typeset no_equals no_function_argzero local_options local_traps
  local_patterns local_loops debug_before_cmd no_multios c_bases octal_zeroes force_float no_short_loops short_repeat
  continue_on_error path_dirs print_exit_value numeric_glob_sort glob_assign magic_equal_subst brace_ccl prompt_subst
  auto_name_dirs cdable_vars no_bare_glob_qual no_rcs mark_dirs glob_dots glob_complete glob_star_short hist_subst_pattern
  no_case_match no_case_glob re_match_pcre pipe_fail no_bg_nice aliases no_aliases interactive_comments no_eval_lineno
  chase_links auto_cd auto_pushd`.split(/\s+/);

const WORDS =
  'rm cat printf command export trap local eval echo test read set unset kill mkdir mv chmod umask typeset emulate builtin'.split(
    ' ',
  );
const DEFINABLE =
  'rm cat printf trap local echo test read unset kill mkdir mv chmod umask zmodload print'.split(' ');

/** Title, lines before the session. */
const SETTINGS: readonly (readonly [string, readonly string[]])[] = [
  ...OPTIONS.map((name) => [`setopt ${name}`, [`setopt ${name}`]] as const),
  ...['sh', 'ksh', 'csh'].map((name) => [`emulate ${name}`, [`emulate ${name}`]] as const),
  [
    'the strict ones together',
    ['setopt err_exit no_unset no_clobber pipe_fail warn_create_global no_glob all_export'],
  ],
  [
    'the strange ones together',
    ['setopt ksh_arrays sh_word_split glob_subst csh_junkie_quotes ignore_close_braces rc_expand_param'],
  ],
  ['IFS with a colon', ['IFS=:']],
  ['IFS with letters', ['IFS=aeiou_0123456789/=']],
  ['an empty IFS', ["IFS=''"]],
  ['a readonly IFS', ['readonly IFS']],
  ['aliases for everything', WORDS.map((word) => `alias ${word}='false alias-${word}'`)],
  ['global aliases', [`alias -g '|'='; false |' G='| grep' --=false env=false 1=false`]],
  [
    'functions for everything',
    DEFINABLE.map((word) => `${word}() { /bin/echo function-${word} >&2; return 3 }`),
  ],
  ['disabled words', ['disable -r time repeat', 'disable -a ls 2>/dev/null; true']],
  ['LC_ALL=C', ['export LC_ALL=C']],
  ['an empty PATH', ["PATH=''"]],
  ['positional parameters', ['set -- -n "a b" c']],
  ['files named like options', [': > -rf', ': > "*"']],
  ['a failed command before', ['false']],
  ['PS4 with a command', ["setopt prompt_subst; PS4='$(echo PS4)'"]],
  [
    'readonly variables of everyday names',
    ['readonly name=1 file=2 value=3 s=4 i=5 old=6 t=7 f=8 v=9 n=10 d=11 k=12 rc=13'],
  ],
];

const TRACED = /xtrace|verbose/;

describe('zsh: on and off', () => {
  const box = useSharedSandbox({ env: { ...AWS_KEYS, ANTHROPIC_API_KEY: 'original' } });

  const snippet = useSnippet(box, zsh);

  test.each(SETTINGS)('under %s, by off and by the end of the shell', (title, setting) => {
    const traced = TRACED.test(title);
    expectOnAndOff(zsh, box, snippet, { lines: setting, traced, begin: zsh.evaluate, leave: '\\exit 7' });
  });

  test.each([
    ['the usual words', 'eval "$(ai env --aws --opus)"'],
    ['process substitution', 'source <(ai env --aws --opus)'],
    ['a file', 'ai env --aws --opus > code; . ./code'],
    ['a pipe in between', 'eval "$(ai env --aws --opus | cat)"'],
    ['no quotes', 'eval $(ai env --aws --opus)'],
    ['a condition', 'if eval "$(ai env --aws --opus)"; then :; fi'],
    ['an anonymous function', '() { eval "$(ai env --aws --opus)" }'],
    ['emulate -L in the calling function', 'f() { emulate -L sh; eval "$(ai env --aws --opus)"; }; f'],
    ['the last part of a pipeline', 'true | eval "$(ai env --aws --opus)"'],
  ])('written with %s', (_title, line) => expectStart(zsh, box, line));

  test('inside functions with locals of common names', () => {
    const start = zsh.func(
      'start',
      'local name=1 value=2 IFS=: file=3 i',
      on(zsh),
      'echo "$name$value$file$IFS"',
    );
    const lines = [
      start,
      'for i in 1; do start; done',
      'echo "i=$i"',
      'stop() { local s=1 name=2; ai_off; echo "$s$name"; }',
      'stop',
    ];
    expect(run(zsh, box, lines)).toMatchObject({ status: 0, stdout: '123:\ni=1\n12\n' });
  });
});
