import { expectOnAndOff, expectStart } from '../support/options.ts';
import { run } from '../support/run.ts';
import { AWS_KEYS, useSharedSandbox } from '../support/sandbox.ts';
import { fish, on } from '../support/shells.ts';
import { useSnippet } from '../support/snippet.ts';

const DEFINABLE = 'rm cat mkdir chmod mv umask kill ls env date'.split(' ');
/** Builtins that fish lets users wrap; `count` is left out, for fish's own `umask` and `trap` call it. */
const BUILTINS = 'printf echo contains math set_color cd random path emit'.split(' ');

const wrap = (word: string): string => `function ${word}; /bin/echo function-${word} >&2; return 3; end`;

const SETTINGS: readonly (readonly [string, readonly string[]])[] = [
  ['nothing special', []],
  ['fish_trace', ['set -g fish_trace 1']],
  ['functions for programs', DEFINABLE.map(wrap)],
  ['functions for builtins', BUILTINS.map(wrap)],
  ['abbreviations', ['abbr --add set echo', 'abbr --add printf echo']],
  ['an empty PATH', ["set -gx PATH ''"]],
  ['no PATH', ['set -e PATH']],
  ['LC_ALL=C', ['set -gx LC_ALL C']],
  ['IFS empty', ['set -g IFS']],
  ['a strict umask', ['umask 077']],
  ['argv', ["set -g argv -n 'a b'"]],
  ['a failed command before', ['false']],
  ['files named like options', ['true > ./-rf', "true > './*'"]],
  ['status features', ['set -g fish_features all']],
  [
    'variables of everyday names',
    ['set -g name 1; set -g file 2; set -g value 3; set -g i 4; set -g f 5; set -g n 6; set -g v'],
  ],
  ['a handler on variables', ['function watch --on-variable ANTHROPIC_MODEL; true; end']],
];

describe('fish: on and off', () => {
  const box = useSharedSandbox({ env: { ...AWS_KEYS, ANTHROPIC_API_KEY: 'original' } });
  const snippet = useSnippet(box, fish);

  test.each(SETTINGS)('under %s, by off and by the end of the shell', (title, setting) => {
    const traced = title === 'fish_trace';
    expectOnAndOff(fish, box, snippet, {
      lines: setting,
      traced,
      begin: `builtin ${fish.evaluate}`,
      leave: 'exit 7',
    });
  });

  test.each([
    ['the usual words', 'ai env --aws --opus | source'],
    ['eval', 'eval (ai env --aws --opus | string collect)'],
    ['source and psub', 'source (ai env --aws --opus | psub)'],
    ['a file', 'ai env --aws --opus > code; source ./code'],
    ['a pipe in between', 'ai env --aws --opus | cat | source'],
    ['source -', 'ai env --aws --opus | source -'],
    ['a condition', 'if ai env --aws --opus | source; end'],
    ['a list', 'true; and ai env --aws --opus | source; and true'],
    ['a block', 'begin; ai env --aws --opus | source; end'],
    ['a block with a local scope', 'begin; set -l name 1; ai env --aws --opus | source; end'],
    ['a loop over lines of stdin', 'echo one | while read -l line; ai env --aws --opus | source; end'],
  ])('written with %s', (_title, line) => expectStart(fish, box, line));

  test('inside functions with locals of common names', () => {
    const start = fish.func(
      'start',
      'set -l name 1; set -l value 2; set -l file 3',
      on(fish),
      'echo "$name$value$file"',
    );
    const stop = fish.func('stop', 'set -l n 1; set -l v 2', 'ai_off', 'echo "$n$v"');
    expect(run(fish, box, [start, stop, 'start', 'stop', 'exit 7'])).toMatchObject({
      status: 7,
      stdout: '123\n12\n',
    });
  });
});
