import { expectOnAndOff, expectStart } from '../support/options.ts';
import { run } from '../support/run.ts';
import { AWS_KEYS, useSharedSandbox } from '../support/sandbox.ts';
import { bash, on } from '../support/shells.ts';
import { useSnippet } from '../support/snippet.ts';

const SET = [
  'errexit',
  'nounset',
  'noclobber',
  'noglob',
  'xtrace',
  'verbose',
  'allexport',
  'functrace',
  'errtrace',
];
const SET_TOO = [
  'posix',
  'pipefail',
  'monitor',
  'keyword',
  'physical',
  'notify',
  'history',
  'histexpand',
  'ignoreeof',
];

const SHOPT = [
  'nullglob',
  'failglob',
  'extglob',
  'dotglob',
  'globstar',
  'nocaseglob',
  'nocasematch',
  'lastpipe',
];
const SHOPT_TOO = [
  'inherit_errexit',
  'expand_aliases',
  'xpg_echo',
  'extdebug',
  'localvar_inherit',
  'localvar_unset',
];
const SHOPT_MORE = [
  'execfail',
  'huponexit',
  'compat32',
  'compat44',
  'gnu_errfmt',
  'shift_verbose',
  'assoc_expand_once',
];

/** Words that users alias or redefine, and that a careless snippet would then call. */
const WORDS =
  'rm cat printf command export trap local eval echo test read set unset kill mkdir mv chmod umask return shift'.split(
    ' ',
  );
const DEFINABLE = WORDS.filter(
  (word) => !['export', 'trap', 'eval', 'set', 'unset', 'return', 'shift'].includes(word),
);

/** Title, lines before the session, lines that take it back where it would disturb the scenario itself. */
const SETTINGS: readonly (readonly [string, readonly string[]])[] = [
  ...[...SET, ...SET_TOO].map((name) => [`set -o ${name}`, [`set -o ${name}`]] as const),
  ['set +o braceexpand +o hashall', ['set +o braceexpand +o hashall']],
  ['set -euo pipefail', ['set -euo pipefail']],
  ['set -euCfax -o pipefail -o posix', ['set -euCfa -o pipefail -o posix']],
  ...[...SHOPT, ...SHOPT_TOO, ...SHOPT_MORE].map(
    (name) => [`shopt -s ${name}`, [`shopt -s ${name}`]] as const,
  ),
  ['shopt -u sourcepath interactive_comments', ['shopt -u sourcepath interactive_comments']],
  ['all of shopt', [`shopt -s ${SHOPT.join(' ')}`, `shopt -s ${SHOPT_TOO.join(' ')}`]],
  ['IFS with a colon', ['IFS=:']],
  ['IFS with letters', ['IFS=aeiou_0123456789/=']],
  ['IFS with quotes', [`IFS="'\\"\\\\"`]],
  ['an empty IFS', ["IFS=''"]],
  ['no IFS', ['unset IFS']],
  ['a readonly IFS', ['readonly IFS']],
  [
    'aliases for everything',
    ['shopt -s expand_aliases', ...WORDS.map((word) => `alias ${word}='false alias-${word}'`)],
  ],
  [
    'functions for everything',
    DEFINABLE.map((word) => `${word}() { /bin/echo function-${word} >&2; return 3; }`),
  ],
  ['functions in POSIX mode', ['rm() { return 3; }', 'cat() { return 3; }', 'set -o posix']],
  ['LC_ALL=C', ['export LC_ALL=C']],
  ['an empty PATH', ["PATH=''"]],
  ['positional parameters', ['set -- -n "a b" c']],
  ['GLOBIGNORE and files named like options', ['GLOBIGNORE=*', ': > -rf', ': > "*"']],
  ['a failed command before', ['false']],
  ['TIMEFORMAT, PS4 with a command', ["PS4='$(echo PS4)'"]],
  ['BASH_ENV and ENV', ['export BASH_ENV=/nowhere ENV=/nowhere']],
  ['OPTIND in use', ['set -- -a -b; getopts ab opt']],
  [
    'variables named like ours would be',
    ['name=1 file=2 value=3 s=4 i=5 old=6 t=7 f=8 v=9 n=10 d=11 k=12 prev=13'],
  ],
  [
    'readonly variables of everyday names',
    ['readonly name=1 file=2 value=3 s=4 i=5 old=6 t=7 f=8 v=9 n=10 d=11 k=12 rc=13'],
  ],
];

const TRACED = /xtrace|verbose/;

describe('bash: on and off', () => {
  const box = useSharedSandbox({ env: { ...AWS_KEYS, ANTHROPIC_API_KEY: 'original' } });
  const snippet = useSnippet(box, bash);

  test.each(SETTINGS)('under %s, by off and by the end of the shell', (title, setting) => {
    const traced = TRACED.test(title);
    expectOnAndOff(bash, box, snippet, { lines: setting, traced, begin: bash.evaluate, leave: '\\exit 7' });
  });

  test.each([
    ['the usual words', 'eval "$(ai env --aws --opus)"'],
    ['backquotes', 'eval "`ai env --aws --opus`"'],
    ['source and process substitution', 'source <(ai env --aws --opus)'],
    ['source of a file', 'ai env --aws --opus > code; . ./code'],
    ['a pipe in between', 'eval "$(ai env --aws --opus | cat)"'],
    ['a condition', 'if eval "$(ai env --aws --opus)"; then :; fi'],
    ['a list', 'true && eval "$(ai env --aws --opus)" && true'],
    ['a group', '{ eval "$(ai env --aws --opus)"; }'],
    ['a redirected group', '{ eval "$(ai env --aws --opus)"; } >/dev/null 2>&1 </dev/null'],
    ['a loop over lines of stdin', 'while read -r line; do eval "$(ai env --aws --opus)"; done <<< one'],
  ])('written with %s', (_title, line) => expectStart(bash, box, line));

  test('inside functions with locals of common names, called from a loop', () => {
    const start = bash.func(
      'start',
      'local name=1 value=2 IFS=: file=3 i',
      on(bash),
      'echo "$name$value$file$IFS"',
    );
    const lines = [
      start,
      'for i in 1; do start; done',
      'echo "i=$i"',
      'stop() { local s=1 name=2; ai_off; echo "$s$name"; }',
      'stop',
    ];
    expect(run(bash, box, lines)).toMatchObject({ status: 0, stdout: '123:\ni=1\n12\n' });
  });
});
