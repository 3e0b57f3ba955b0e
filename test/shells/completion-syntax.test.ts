import { join } from 'node:path';
import { findProgram } from '../support/find-program.ts';
import { runProgram } from '../support/run.ts';
import { PACKAGE, useSandbox } from '../support/sandbox.ts';
import { bash, fish, zsh } from '../support/shells.ts';

/** Who reads the generated files, and has to have nothing to say. */
const CHECKS: readonly (readonly [file: string, checker: string, argv: readonly string[]])[] = [
  ['ai.bash', 'bash', [bash.path, '--posix', '-n']],
  ['ai.bash', 'shellcheck', [findProgram('shellcheck'), '-S', 'style', '-s', 'bash']],
  ['_ai', 'zsh', [zsh.path, '-f', '-n']],
  ['ai.fish', 'fish', [fish.path, '--no-config', '--no-execute']],
  ['ai.fish', 'fish_indent', [findProgram('fish_indent'), '--check']],
];

describe('the generated completions', () => {
  const box = useSandbox();

  test.each(CHECKS)('%s: %s has nothing to say', (file, _checker, argv) => {
    const result = runProgram(box, [...argv, join(PACKAGE, 'completions', file)]);
    expect(result).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });
});
