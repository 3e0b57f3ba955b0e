import { run } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { bash, fish, POSIX, type Shell, zsh } from '../support/shells.ts';

/** What callers may have set. */
const SETTINGS: readonly (readonly [Shell, string])[] = [
  ...[
    'set -euo pipefail',
    'set -o posix',
    'set -a',
    'set -C',
    'set -f',
    'set -k',
    'set -E -T',
    'IFS=:aeiou',
    'IFS=',
    'shopt -s nullglob failglob extglob nocasematch',
    'shopt -s expand_aliases; alias ai="echo alias" command=false local=false eval=false',
    'eval() { false; }; printf() { false; }; export -f eval',
    'trap "false" DEBUG; trap "false" ERR',
  ].map((line) => [bash, line] as const),
  ...[
    'setopt no_unset err_exit',
    'setopt ksh_arrays sh_word_split',
    'setopt glob_subst sh_glob ksh_glob ignore_braces',
    'setopt all_export no_clobber no_glob',
    'setopt csh_junkie_loops csh_null_glob rc_quotes',
    'setopt posix_builtins posix_identifiers posix_aliases',
    'setopt warn_create_global warn_nested_var',
    'emulate sh',
    'emulate ksh',
    'IFS=:aeiou',
    'setopt aliases; alias ai="echo alias" command=false local=false',
    'eval() { false }; print() { false }; command() { false }',
    'TRAPDEBUG() { false }; TRAPERR() { false }',
  ].map((line) => [zsh, line] as const),
  ...[
    'set -g IFS :aeiou',
    'function printf; false; end; function echo; false; end',
    'function ai; false; end; function cat; false; end',
    ...['contains', 'functions', 'count', 'math', 'complete', 'commandline'].map(
      (name) => `function ${name}; /bin/echo ${name} >&2; false; end`,
    ),
    'set -gx fish_trace ""',
  ].map((line) => [fish, line] as const),
];

describe.each(SETTINGS.map(([shell, setting]) => [shell.name, setting, shell] as const))(
  '%s: under %s',
  (_name, setting, shell) => {
    const box = useSandbox({ env: AWS_KEYS });
    /** The line of a start-up file, kept from what the setting shadows. */
    const load =
      shell === fish
        ? 'command ai init fish --prompt | source'
        : `\\builtin eval "$(\\builtin command ai init ${shell.name} --prompt)"`;
    const model = '/bin/sh -c \'echo "provider=$AI_SESSION_PROVIDER"\'';

    test('use and off work', () => {
      const result = run(shell, box, [
        setting,
        load,
        'ai use --aws',
        model,
        'ai off',
        model,
        '/bin/echo end',
      ]);
      expect(result).toMatchObject({ status: 0, stdout: 'provider=aws\nprovider=\nend\n', stderr: '' });
      expect([box.sessions(), box.litter()]).toEqual([[], []]);
    });
  },
);

describe.each(POSIX)('$name: options', (shell) => {
  const box = useSandbox({ env: AWS_KEYS });
  const load = shell.source(`ai init ${shell.name} --prompt`);

  test('under allexport no child receives a function of ours', () => {
    const result = run(shell, box, ['set -a', load, '/usr/bin/env']);
    expect(result.stdout).toContain('\nHOME=');
    expect(result.stdout).not.toContain('BASH_FUNC');
  });

  test('loading and calling change none', () => {
    const list = shell === bash ? 'set +o; shopt -p; trap -p; umask' : 'set -o; trap; umask; alias -L';
    const take = (name: string) => `{ ${list}; } > ${shell.quote(box.file(name))} || :`;
    const lines = [take('before'), load, take('loaded'), 'ai off', 'ai use --aws', '__ai_precmd', 'ai off'];
    const result = run(shell, box, ['set -fu', 'umask 027', ...lines, take('after')]);
    expect(result.stderr).toBe('ai: this shell has no session\n');
    expect(box.read('before')).toMatch(/nounset|unset/);
    expect(box.read('loaded')).toBe(box.read('before'));
    expect(box.read('after')).toBe(box.read('before'));
  });

  test('a session that cannot start ends a script under errexit, unless the script asks for the status', () => {
    const lines = ['set -e', load, 'ai use --nope || echo "asked=$?"', 'ai use --nope', 'echo never'];
    expect(run(shell, box, lines)).toMatchObject({ status: 2, stdout: 'asked=2\n' });
  });
});
