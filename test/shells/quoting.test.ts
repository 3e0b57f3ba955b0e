import { quoteFish, quotePosix, quoteProgram } from '../../src/shells/quote.ts';
import { findProgram } from '../support/find-program.ts';
import { random, randomBytes, randomText } from '../support/random.ts';
import { environment, run, runProgram } from '../support/run.ts';
import { useSandbox } from '../support/sandbox.ts';
import { bash, dumpEnv, fish, on, SHELLS, zsh } from '../support/shells.ts';

/** The same 5,000 byte strings in every run. */
const next = random(20_261_122);
const STRINGS = Array.from({ length: 5000 }, () => randomBytes(next));

/** Short strings that broke one quoter or another. */
const KNOWN = [
  '',
  '~',
  'a:~',
  '~root',
  '=ls',
  '-n',
  '\\',
  '\\\\',
  "'",
  "it's!",
  '!!',
  "'!'",
  'a\\',
  '`\\`',
  '\n',
  '\r\n',
  '%self',
  '$HOME',
  '{a,b}',
  '*',
  '\xff',
  '\xe2\x82',
];

const WORDS = [...KNOWN, ...STRINGS];

const INJECTION = ['back\\', '; echo PWNED > pwned #'] as const;

/** Where a value may stand: as an argument, and as the value of an assignment. */
const PLACES: readonly (readonly [string, (word: string) => string])[] = [
  ['an argument', (word) => `printf '%s\\0' ${word}`],
  ['an assignment', (word) => `V=${word}; printf '%s\\0' "$V"`],
  ['an exported variable', (word) => `export V=${word}; printf '%s\\0' "$V"`],
];

const DIALECTS = [
  ['bash', '', bash],
  ['bash', 'set -o posix', bash],
  ['bash', 'shopt -s failglob extglob; IFS=a:', bash],
  ['zsh', '', zsh],
  ['zsh', 'setopt sh_word_split glob_subst ksh_arrays extended_glob magic_equal_subst', zsh],
] as const;

const LOCALES = ['C.UTF-8', 'C'] as const;

const lost = (got: string): string[] => {
  const answers = got.split('\0');
  return WORDS.filter((word, index) => answers[index] !== word);
};

describe.each(LOCALES)('quoting in the locale %s', (LC_ALL) => {
  const box = useSandbox({ env: { LC_ALL } });

  test.each(DIALECTS)('%s %s: every byte string comes back', (_name, setting, shell) => {
    for (const [, place] of PLACES) {
      const result = run(shell, box, [setting, ...WORDS.map((word) => place(quotePosix(word)))]);
      expect(result.stderr).toBe('');
      expect(lost(result.stdout)).toEqual([]);
    }
  });

  test('dash: every byte string comes back', () => {
    const script = WORDS.map((word) => `printf '%s\\0' ${quotePosix(word)}`).join('\n');
    const result = runProgram(box, [findProgram('dash')], { stdin: script });
    expect(lost(result.stdout)).toEqual([]);
  });

  test('fish: every byte string comes back', () => {
    const result = run(
      fish,
      box,
      WORDS.map((word) => `set -gx V ${quoteFish(word)}; printf '%s\\0' "$V"`),
    );
    expect(lost(result.stdout)).toEqual([]);
  });

  test.each([
    '',
    'csh_junkie_quotes',
    'rc_quotes',
    'ksh_arrays',
    'interactive_comments',
    'csh_junkie_history',
  ])('zsh: a whole program, read under %s', (option) => {
    const texts = Array.from({ length: 300 }, () => randomText(next));
    const programs = texts.map(
      (text) => `emulate -R zsh -c ${quoteProgram(`printf '%s\\0' ${quotePosix(text)}`)}`,
    );
    const result = run(zsh, box, [option && `setopt ${option}`, ...programs]);
    expect(Buffer.from(result.stdout, 'latin1').toString().split('\0').slice(0, -1)).toEqual(texts);
  });
});

describe.each(SHELLS)('$name: values from the configuration', (shell) => {
  const box = useSandbox();

  const session = (env: Readonly<Record<string, string>>): Record<string, string> => {
    const profile = { provider: 'ollama', model: 'm', env };
    box.plant('.ai-runnerrc', JSON.stringify({ profiles: { p: profile } }));
    const result = run(shell, box, [
      on(shell, '--profile p'),
      shell.say('on', shell.status),
      dumpEnv(shell, box.file('env')),
    ]);
    expect(result.said.on).toBe('0');
    expect(runProgram(box, ['ls', '-A']).stdout).toBe('');
    const got = environment(box, 'env');
    return Object.fromEntries(
      Object.keys(env).map((name) => [name, Buffer.from(got[name] ?? '', 'latin1').toString()]),
    );
  };

  test('arrive in a child as they were written', () => {
    const texts = Array.from({ length: 400 }, () => randomText(next, 60));
    const env = Object.fromEntries(texts.map((text, index) => [`VALUE_${index}`, text]));
    expect(session(env)).toEqual(env);
  });

  test('that try to become code stay values', () => {
    const env = Object.fromEntries(INJECTION.map((text, index) => [`VALUE_${index}`, text]));
    expect(session(env)).toEqual(env);
  });
});
