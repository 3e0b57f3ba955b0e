import { environment, run } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { bash, dumpEnv, on } from '../support/shells.ts';

/** Declarations of a variable V that a session sets or removes. */
const STATES: readonly (readonly [string, string])[] = [
  ['array', 'V=(one "two  words" "" "it\'s" $\'new\\nline\')'],
  ['empty array', 'V=()'],
  ['sparse array', 'V=([3]=three [7]=seven)'],
  ['exported array', 'declare -ax V=(one two)'],
  ['associative array', "declare -A V=([a b]=\"one two\" ['c\"]']=$'x\\ny')"],
  ['integer', 'declare -i V=42'],
  ['exported integer', 'declare -ix V=42'],
  ['integer array', 'declare -ai V=(1 2)'],
  ['lower case', 'declare -l V=ABC'],
  ['upper case', 'declare -ux V=abc'],
  ['declared without a value', 'declare V'],
  ['exported without a value', 'export V'],
  ['integer without a value', 'declare -i V'],
  ['array without a value', 'declare -a V'],
  ['lower case with a newline', "declare -l V=$'A\\nB'"],
];

/** A readonly variable, or one that stands for another, cannot be given back: the session must not begin. */
const OBSTACLES: readonly (readonly [string, string])[] = [
  ['readonly', 'readonly V=mine'],
  ['readonly exported', 'declare -rx V=mine'],
  ['name reference', 'declare -n V=OTHER; OTHER=mine'],
];

/** One that a session sets, one that it removes. */
const TOUCHED = ['ANTHROPIC_MODEL', 'ANTHROPIC_API_KEY'] as const;

const named = (declaration: string, name: string): string => declaration.replace(/\bV\b/g, name);

describe('bash: a variable with attributes', () => {
  const box = useSandbox({ env: AWS_KEYS });
  const look = (name: string) => [dumpEnv(bash, box.file(`${name}.env`)), bash.snapshot(box.file(name))];
  const settled = (name: string) => bash.settle(box.read(name));

  const session = (before: readonly string[]) =>
    run(bash, box, [
      ...[...before, ...look('warm'), ...look('before'), on(bash), 'echo "on=$?"', ...look('during')],
      ...['ai_off', 'echo "off=$?"', ...look('after')],
    ]);

  test.each(STATES)('%s: %s comes back as it was', (_title, declaration) => {
    const result = session(TOUCHED.map((name) => named(declaration, name)));
    expect(result.said).toEqual({ on: '0', off: '0' });
    expect(settled('after')).toBe(settled('before'));
    expect(environment(box, 'during.env').ANTHROPIC_MODEL).toMatch(/^[a-z-]+\.anthropic\.claude-opus/);
    expect(environment(box, 'during.env')).not.toHaveProperty('ANTHROPIC_API_KEY');
  });

  const obstacles = OBSTACLES.flatMap(([title, declaration]) =>
    TOUCHED.map((name) => [title, name, declaration] as const),
  );

  test.each([...obstacles, ['readonly without a value', 'ANTHROPIC_MODEL', 'readonly V']] as const)(
    '%s %s: all or nothing, with a message',
    (_title, name, declaration) => {
      const lines = [named(declaration, name), ...look('warm'), ...look('before'), on(bash), 'echo "on=$?"'];
      const result = run(bash, box, [...lines, ...look('after')]);
      expect(result).toMatchObject({ status: 0, said: { on: '1' }, stderr: expect.stringContaining(name) });
      expect(settled('after')).toBe(settled('before'));
      expect(box.sessions()).toEqual([]);
    },
  );

  test.each(['posix', 'errexit'])('a readonly variable in the way under %s changes nothing', (option) => {
    const lines = [
      'readonly ANTHROPIC_MODEL=mine',
      `set -o ${option}`,
      `trap 'echo "key=${bash.orUnset('ANTHROPIC_API_KEY')}"' EXIT`,
    ];
    const result = run(bash, box, [...lines, `${on(bash)} || echo "on=$?"`], {
      env: { ANTHROPIC_API_KEY: 'k' },
    });
    expect(result).toMatchObject({ status: 0, said: { on: '1', key: 'k' } });
    expect(box.sessions()).toEqual([]);
  });

  test('a readonly variable that no session touches is in nobody’s way', () => {
    expect(session(['readonly SOMETHING=1']).said).toEqual({ on: '0', off: '0' });
  });

  test('a switch that meets a readonly variable keeps the session', () => {
    const lines = [on(bash), 'first=$AI_SESSION_ID', 'readonly ANTHROPIC_BASE_URL'];
    const result = run(bash, box, [
      ...[...lines, on(bash, '--ollama --model m'), 'echo "switch=$?"'],
      ...[
        '[ "$first" = "$AI_SESSION_ID" ] && echo same=yes',
        'ai_off',
        bash.say('model', bash.orUnset('ANTHROPIC_MODEL')),
      ],
    ]);
    expect(result.said).toEqual({ switch: '1', same: 'yes', model: 'UNSET' });
  });
});
