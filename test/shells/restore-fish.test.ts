import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, run, runProgram } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { dumpEnv, fish, on } from '../support/shells.ts';

const STATES: readonly (readonly [string, string])[] = [
  ['list', "set -g V one 'two  words' '' 'it\\'s'"],
  ['exported list', 'set -gx V one two three'],
  ['empty list', 'set -g V'],
  ['exported empty list', 'set -gx V'],
  ['path variable', 'set -g --path V /a:/b /c'],
  ['exported path variable', 'set -gx --path V /a:/b /c'],
  ['exported list that is no path', 'set -gx --unpath V a:b c'],
  ['list of one empty string', "set -g V ''"],
];

const TOUCHED = ['ANTHROPIC_MODEL', 'ANTHROPIC_API_KEY'] as const;

const named = (declaration: string, name: string): string => declaration.replace(/\bV\b/g, name);

describe('fish: scopes and lists', () => {
  const box = useSandbox({ env: AWS_KEYS });
  const look = (name: string) => [dumpEnv(fish, box.file(`${name}.env`)), fish.snapshot(box.file(name))];
  const settled = (name: string) => fish.settle(box.read(name));
  const universals = () => join(box.home, '.config/fish/fish_variables');

  test.each(STATES)('%s: %s comes back as it was', (_title, declaration) => {
    const result = run(fish, box, [
      ...TOUCHED.map((name) => named(declaration, name)),
      ...[...look('warm'), ...look('before'), on(fish), 'echo on=$status', ...look('during')],
      ...['ai_off', 'echo off=$status', ...look('after')],
    ]);
    expect(result.said).toEqual({ on: '0', off: '0' });
    expect(settled('after')).toBe(settled('before'));
    expect(environment(box, 'during.env').ANTHROPIC_MODEL).toMatch(/^[a-z-]+\.anthropic\.claude-opus/);
    expect(environment(box, 'during.env')).not.toHaveProperty('ANTHROPIC_API_KEY');
  });

  /** Universal variables live in a file that every terminal shares; only a shell with its configuration reads it. */
  test.each(['-U', '-Ux'])(
    'universal variables (%s) are hidden from children, kept, and never written to',
    (scope) => {
      const universal = TOUCHED.map((name) => `set ${scope} ${name} universal`).join('; ');
      expect(runProgram(box, [fish.path, '-c', universal]).status).toBe(0);
      const stored = readFileSync(universals(), 'utf8');
      const script = [...look('warm'), ...look('before'), on(fish), ...look('during')];
      const during = 'set --show ANTHROPIC_MODEL | string match -q "*universal scope*"; and echo kept=yes';
      const result = runProgram(box, [
        fish.path,
        '-c',
        [...script, during, 'ai_off', ...look('after')].join('\n'),
      ]);
      expect(result).toMatchObject({ status: 0, said: { kept: 'yes' } });
      expect(readFileSync(universals(), 'utf8')).toBe(stored);
      expect(settled('after')).toBe(settled('before'));
      expect(environment(box, 'after.env')).toEqual(environment(box, 'before.env'));
      expect(environment(box, 'during.env').ANTHROPIC_MODEL).toMatch(/claude-opus/);
      expect(environment(box, 'during.env').ANTHROPIC_API_KEY ?? '').toBe('');
    },
  );

  test('a session writes no universal variable', () => {
    const lines = [on(fish), 'ai_off'].join('\n');
    expect(runProgram(box, [fish.path, '-c', 'set -U other 1']).status).toBe(0);
    const stored = readFileSync(universals(), 'utf8');
    expect(runProgram(box, [fish.path, '-c', lines])).toMatchObject({ status: 0, stdout: '' });
    expect(existsSync(universals())).toBe(true);
    expect(readFileSync(universals(), 'utf8')).toBe(stored);
  });

  test('the caller’s local variable survives in its function', () => {
    const caller = fish.func(
      'caller',
      'set -lx ANTHROPIC_API_KEY mine',
      on(fish),
      'ai_off',
      'echo key=$ANTHROPIC_API_KEY',
    );
    expect(
      run(fish, box, [caller, 'caller', fish.say('outside', fish.orUnset('ANTHROPIC_API_KEY'))]).said,
    ).toEqual({
      key: 'mine',
      outside: 'UNSET',
    });
  });
});
