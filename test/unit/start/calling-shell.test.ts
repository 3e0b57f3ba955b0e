import { ancestors, callingShell } from '../../../src/start/calling-shell.ts';
import type { World } from '../../../src/world.ts';
import { removeSandboxes, sandbox } from '../sessions/world.ts';

afterEach(removeSandboxes);

const PROCESSES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  30: { ppid: '1', comm: '/sbin/launchd' },
  40: { ppid: '30', comm: '-zsh' },
  50: { ppid: '40', comm: '/usr/local/bin/my editor' },
};

/** As the ps of macOS: what stands behind the first `=` of an `-o` is the title of one column (ps(1)). */
const bsdPs: World['run'] = (argv) => {
  const process = PROCESSES[argv.at(-1) ?? ''];
  const columns = argv.flatMap((word, index) =>
    argv[index - 1] === '-o' ? [word.split('=', 1)[0] ?? ''] : [],
  );
  const titles = argv.flatMap((word, index) =>
    argv[index - 1] === '-o' ? [word.slice(word.indexOf('=') + 1)] : [],
  );
  const title = titles.some((text) => text !== '') ? `${titles.join(' ')}\n` : '';
  const stdout = process ? `${title}${columns.map((column) => process[column]).join(' ')}\n` : '';
  return { status: process ? 0 : 1, stdout, stderr: '' };
};

test('where there is no /proc, ps tells who is above us', () => {
  const { world } = sandbox({ platform: 'darwin', ppid: 50, run: bsdPs, env: { SHELL: '/bin/bash' } });
  expect([...ancestors(world)]).toEqual([
    { pid: 50, parent: 40, program: 'my editor' },
    { pid: 40, parent: 30, program: '-zsh' },
    { pid: 30, parent: 1, program: 'launchd' },
  ]);
  expect(callingShell(world, undefined)).toBe('zsh');
});
