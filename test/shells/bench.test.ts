import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openHerd } from '../bench/herd.ts';
import { readIterations } from '../bench/in-shell.ts';
import type { Scenario } from '../bench/model.ts';
import { sessionFiles } from '../bench/session-files.ts';
import type { Stage } from '../bench/stage.ts';
import { openStarter } from '../bench/starter.ts';
import { findProgram } from '../support/find-program.ts';
import { isRunning } from '../support/is-running.ts';
import { runProgram } from '../support/run.ts';
import { PACKAGE, useSandbox } from '../support/sandbox.ts';
import { SHELLS } from '../support/shells.ts';

const FOLDER = join(PACKAGE, 'test/bench/shells');

describe('what starts the programs of the benchmark', () => {
  const box = useSandbox();

  const starting = async <T>(
    scenario: Partial<Scenario>,
    use: (starter: ReturnType<typeof openStarter>) => T | Promise<T>,
  ): Promise<T> => {
    const starter = openStarter({ root: box.root, shells: FOLDER, env: box.env } as unknown as Stage, {
      id: 'one',
      title: 'one',
      argv: [],
      ...scenario,
    });
    try {
      return await use(starter);
    } finally {
      starter.close();
    }
  };

  test('a program is measured each time it is told to', async () => {
    box.program('count', '#!/bin/sh\necho x >>"$HOME/starts"\necho answer\n');
    const samples = await starting({ argv: ['count'] }, async ({ start }) => [await start(), await start()]);
    for (const { wallUs, cpuUs, rssMiB } of samples) {
      expect(wallUs).toBeGreaterThan(0);
      expect(cpuUs).toBeGreaterThanOrEqual(0);
      expect(rssMiB).toBeGreaterThan(0);
    }
    expect(runProgram(box, ['cat', join(box.home, 'starts')]).stdout).toBe('x\nx\n');
  });

  test('a program that fails is no measurement', async () => {
    box.program('fails', '#!/bin/sh\necho "for this reason" >&2\nexit 3\n');
    await starting({ argv: ['fails'] }, async ({ start }) => {
      await expect(start()).rejects.toThrow('status 3: for this reason');
    });
  });

  test('the first row is measured before the rest has come', async () => {
    box.program('rows', `#!/bin/sh\necho 'Session 1:'\nread -r _ <'${box.file('gate')}'\necho rest\n`);
    runProgram(box, ['mkfifo', box.file('gate')]);
    const argv = ['rows'];
    await starting({ argv, mode: 'first-row', row: 'Session 1:' }, async ({ start }) => {
      const sample = start();
      runProgram(box, ['sh', '-c', `echo >'${box.file('gate')}'`]);
      expect((await sample).wallUs).toBeGreaterThan(0);
    });
  });

  test('a row that never comes is no measurement', async () => {
    await starting({ argv: ['echo', 'nothing'], mode: 'first-row', row: 'Session 1:' }, async ({ start }) => {
      await expect(start()).rejects.toThrow('status 1');
    });
  });
});

describe('the live processes behind sessions', () => {
  const box = useSandbox();

  test('they are there until they are let go', async () => {
    const herd = await openHerd({ shells: FOLDER, env: box.env } as unknown as Stage, 3);
    expect(new Set(herd.pids).size).toBe(3);
    expect(herd.pids.every(isRunning)).toBe(true);
    await herd.close();
    expect(herd.pids.some(isRunning)).toBe(false);
  });

  test('their files are those of live sessions', async () => {
    const herd = await openHerd({ shells: FOLDER, env: box.env } as unknown as Stage, 3);
    for (const [path, text] of Object.entries(sessionFiles(5, herd.pids))) box.plant(path, text);
    const { stdout, stderr } = runProgram(box, ['ai-sessions']);
    await herd.close();
    expect({ stdout, stderr }).toEqual({ stdout: expect.stringContaining('Total sessions: 5'), stderr: '' });
  });
});

describe.each(SHELLS)('$name: its part of the benchmark', (shell) => {
  const box = useSandbox();
  const loop = join(FOLDER, shell.name, `loop.${shell.name}`);
  const files = readdirSync(join(FOLDER, shell.name));

  test.each(files)('%s can be parsed', (name) => {
    const words = { bash: ['--posix', '-n'], zsh: ['-f', '-n'], fish: ['--no-config', '--no-execute'] };
    const argv = [shell.path, ...words[shell.name], join(FOLDER, shell.name, name)];
    expect(runProgram(box, argv)).toMatchObject({ status: 0, stderr: '' });
  });

  test('a loop measures a case as often as it is told to', () => {
    const body = shell.name === 'fish' ? 'echo x >>$HOME/turns' : 'echo x >>"$HOME/turns"';
    box.plant('case', `${shell.func('bench_case', body)}\n`);
    const result = runProgram(box, [...[shell.path, ...shell.file(loop)], '7', join(box.home, 'case')]);
    expect(result).toMatchObject({ status: 0, stdout: '' });
    expect(Object.keys(readIterations(result.stderr))).toEqual(['case']);
    expect(runProgram(box, ['cat', join(box.home, 'turns')]).stdout).toBe('x\n'.repeat(7));
  });
});

describe('shellcheck', () => {
  const box = useSandbox();
  const bash = readdirSync(join(FOLDER, 'bash')).map((name) => `shells/bash/${name}`);

  test.each([...bash, 'herd.sh'])('%s: it has nothing to say', (path) => {
    const dialect = path.endsWith('.bash') ? 'bash' : 'sh';
    const check = [findProgram('shellcheck'), '-S', 'style', '-s', dialect];
    const result = runProgram(box, [...check, join(PACKAGE, 'test/bench', path)]);
    expect(result).toMatchObject({ status: 0, stdout: '' });
  });
});
