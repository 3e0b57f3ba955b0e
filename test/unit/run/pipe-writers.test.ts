import { mayStillWrite } from '../../../src/run/pipe-writers.ts';
import { removeSandboxes, sandbox } from '../sessions/world.ts';

afterEach(removeSandboxes);

const US = 50;

/** Rows of `ps`: pid, parent, group, state; the shell 40 has started us in its own group. */
const ABOVE = ['1 0 1 Ss', '30 1 30 Ss', '40 30 40 S', `${US} 40 40 S+`];

const waits = (rows: readonly string[]): boolean => {
  const run = () => ({ status: 0, stdout: rows.map((row) => `  ${row}  \n`).join(''), stderr: '' });
  return mayStillWrite(sandbox({ platform: 'darwin', pid: US, ppid: 40, run }).world);
};

test.each<[string, readonly string[], boolean]>([
  ['a neighbour in the pipeline', [...ABOVE, '49 40 40 S'], true],
  ['a neighbour that a process of ours is above', [...ABOVE, '49 48 40 S', '48 1 40 S'], true],
  ['nobody but those above us', ABOVE, false],
  ['a process of another group', [...ABOVE, '49 40 49 S'], false],
  ['a process that we have started', [...ABOVE, `51 ${US} 40 R`], false],
  ['a neighbour that has ended', [...ABOVE, '49 40 40 Z'], false],
  ['a table with a circle in it', ['30 40 30 S', '40 30 40 S', `${US} 40 40 S`], false],
  ['a table without us', ['1 0 1 Ss', '49 40 40 S'], false],
  ['no table', [], false],
])('where there is no /proc, %s', (_what, rows, expected) => {
  expect(waits(rows)).toBe(expected);
});
