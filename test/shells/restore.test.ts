import { environment, run } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { capture, dumpEnv, on, SHELLS, type Shell } from '../support/shells.ts';

/** Every byte that a variable can hold. */
const BYTES = Array.from({ length: 255 }, (_, index) => String.fromCharCode(index + 1)).join('');

const VALUES: readonly (readonly [string, string])[] = [
  ['empty', ''],
  ['blanks', '  two  words  '],
  ['quotes', `'"\`$(echo no)\${HOME}\\`],
  ['a trailing backslash', 'back\\'],
  ['globs', '* ? [a] ~ {a,b} !x #y'],
  ['newlines inside and after', 'one\ntwo\n\n\n'],
  ['only newlines', '\n\n'],
  ['control bytes', '\x01\x07\x1b[31m\x7f\t\r'],
  ['invalid UTF-8', '\xff\xfe\xc3\x28 \xe2\x82'],
  ['every byte', BYTES],
  ['a leading dash', '-n -e'],
  ['100 kB', 'x"\'\\ '.repeat(20_000)],
];

/** One variable that a session sets, one that it sets for itself, one that it removes. */
const TOUCHED = ['ANTHROPIC_MODEL', 'AI_SESSION_ID', 'ANTHROPIC_API_KEY'] as const;

type Word = keyof Pick<Shell, 'assign' | 'export'>;

const KINDS: readonly (readonly [string, Word])[] = [
  ['exported', 'export'],
  ['not exported', 'assign'],
];

const cases = KINDS.flatMap(([kind, word]) =>
  VALUES.map(([title, value]) => [kind, title, word, value] as const),
);

describe.each(SHELLS)('$name: a variable that was there before', (shell) => {
  const box = useSandbox({ env: AWS_KEYS });
  const look = (name: string) => [dumpEnv(shell, box.file(`${name}.env`)), shell.snapshot(box.file(name))];
  const settled = (name: string) => shell.settle(box.read(name));

  test.each(cases)('%s, %s: comes back as it was', (_kind, _title, word, value) => {
    const result = run(shell, box, [
      ...[...TOUCHED.map((name) => shell[word](name, value)), ...look('warm'), ...look('before')],
      ...[on(shell), shell.say('on', shell.status), ...look('during')],
      ...['ai_off', shell.say('off', shell.status), ...look('after')],
    ]);
    expect(result).toMatchObject({ status: 0, said: { on: '0', off: '0' } });
    expect(settled('after')).toBe(settled('before'));
    expect(environment(box, 'after.env')).toEqual(environment(box, 'before.env'));
    expect(environment(box, 'during.env').ANTHROPIC_MODEL).toMatch(/claude-opus/);
    expect(environment(box, 'during.env')).not.toHaveProperty('ANTHROPIC_API_KEY');
  });

  test('unset: is unset again, though the session set it', () => {
    const result = run(shell, box, [
      ...TOUCHED.map(shell.unset),
      ...look('warm'),
      ...look('before'),
      on(shell),
      'ai_off',
      ...look('after'),
    ]);
    expect(result.status).toBe(0);
    expect(settled('after')).toBe(settled('before'));
  });

  test.each([
    ['changed', (name: string) => shell.assign(name, 'mine now')],
    ['exported anew', (name: string) => shell.export(name, 'mine now')],
    ['unset', (name: string) => shell.unset(name)],
  ])('comes back although the user %s it during the session', (_title, meddle) => {
    const result = run(shell, box, [
      ...[...TOUCHED.map((name) => shell.export(name, 'original')), ...look('warm'), ...look('before')],
      ...[on(shell), ...TOUCHED.map(meddle), 'ai_off', ...look('after')],
    ]);
    expect(result.status).toBe(0);
    expect(settled('after')).toBe(settled('before'));
  });

  test('what the user sets beside the session stays', () => {
    const lines = [on(shell), shell.export('MINE', 'kept'), 'ai_off', shell.say('mine', shell.value('MINE'))];
    expect(run(shell, box, lines).said).toEqual({ mine: 'kept' });
  });

  test('ten sessions one after the other leave the shell as it was', () => {
    const originals = TOUCHED.map((name) => shell.export(name, 'original'));
    const often = Array.from({ length: 10 }, () => [shell.evaluate, 'ai_off']).flat();
    const result = run(shell, box, [
      ...[...originals, capture(shell), ...look('warm'), ...look('before'), ...often, ...look('after')],
    ]);
    expect(result).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(settled('after')).toBe(settled('before'));
  });
});
