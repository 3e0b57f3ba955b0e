import { environment, run } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { dumpEnv, on, zsh } from '../support/shells.ts';

/** Declarations of a variable V that a session sets or removes. */
const STATES: readonly (readonly [string, string])[] = [
  ['array', 'V=(one "two  words" "" "it\'s" $\'new\\nline\')'],
  ['empty array', 'V=()'],
  ['unique array', 'typeset -U V; V=(b a b)'],
  ['association', 'typeset -A V; V=("a b" "one two" c $\'x\\ny\')'],
  ['integer', 'integer V=42'],
  ['integer in base 16', 'typeset -i16 V=255'],
  ['exported integer', 'integer -x V=42'],
  ['float', 'typeset -F V=1.5'],
  ['lower case', 'typeset -l V=ABC'],
  ['upper case', 'typeset -ux V=abc'],
  ['padded on the left', 'typeset -R8 V=abc'],
  ['zero filled', 'typeset -Z5 V=42'],
  ['tied', 'typeset -T V v_list; v_list=(one two)'],
  ['tied and exported', 'typeset -xT V v_list; v_list=(one two)'],
  ['with a NUL byte', "V=$'a\\0b'"],
  ['hidden', 'typeset -h V=secretive'],
  ['traced', 'typeset -t V=tagged'],
];

const OBSTACLES: readonly (readonly [string, string])[] = [
  ['readonly', 'readonly V=mine'],
  ['readonly exported', 'typeset -rx V=mine'],
  ['readonly array', 'typeset -ra V=(a b)'],
];

const TOUCHED = ['ANTHROPIC_MODEL', 'ANTHROPIC_API_KEY'] as const;

const named = (declaration: string, name: string): string =>
  declaration.replace(/\bV\b/g, name).replace(/\bv_list\b/g, `list_${name}`);

describe('zsh: a variable with attributes', () => {
  const box = useSandbox({ env: AWS_KEYS });
  const look = (name: string) => [dumpEnv(zsh, box.file(`${name}.env`)), zsh.snapshot(box.file(name))];
  const settled = (name: string) => zsh.settle(box.read(name));

  test.each(STATES)('%s: %s comes back as it was', (_title, declaration) => {
    const result = run(zsh, box, [
      ...TOUCHED.map((name) => named(declaration, name)),
      ...[...look('warm'), ...look('before'), on(zsh), 'echo "on=$?"', ...look('during')],
      ...['ai_off', 'echo "off=$?"', ...look('after')],
    ]);
    expect(result.said).toEqual({ on: '0', off: '0' });
    expect(settled('after')).toBe(settled('before'));
    expect(environment(box, 'during.env').ANTHROPIC_MODEL).toMatch(/^[a-z-]+\.anthropic\.claude-opus/);
    expect(environment(box, 'during.env')).not.toHaveProperty('ANTHROPIC_API_KEY');
  });

  test.each(
    OBSTACLES.flatMap(([title, declaration]) => TOUCHED.map((name) => [title, name, declaration] as const)),
  )('%s %s: all or nothing, with a message', (_title, name, declaration) => {
    const lines = [
      named(declaration, name),
      ...look('warm'),
      ...look('before'),
      on(zsh),
      'echo "on=$?"',
      ...look('after'),
    ];
    const result = run(zsh, box, lines);
    expect(result).toMatchObject({ status: 0, said: { on: '1' }, stderr: expect.stringContaining(name) });
    expect(settled('after')).toBe(settled('before'));
    expect(box.sessions()).toEqual([]);
  });

  test.each(TOUCHED)('a local %s of the calling function is refused: off could not give it back', (name) => {
    const caller = zsh.func('caller', `local ${name}=mine`, on(zsh), 'echo "on=$?"', `echo "value=$${name}"`);
    const result = run(zsh, box, [caller, 'caller', `echo "outside=\${${name}-UNSET}"`]);
    expect(result).toMatchObject({
      said: { on: '1', value: 'mine', outside: 'UNSET' },
      stderr: expect.stringContaining(name),
    });
    expect(box.sessions()).toEqual([]);
  });
});
