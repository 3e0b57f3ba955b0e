import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { installed, manager } from '../support/installed.ts';
import { runProgram } from '../support/run.ts';
import { PACKAGE, useSandbox } from '../support/sandbox.ts';

describe('ai update', () => {
  const box = useSandbox();
  const update = (...words: string[]) => runProgram(box, ['ai', 'update', ...words]);
  const cache = () => join(box.home, '.ai-runner/update.json');

  test('has the package manager install a newer version', () => {
    const folder = installed(box);
    manager(box, 'npm', '99.1.0');
    const prefix = folder.slice(0, -'/lib/node_modules/ai-runner'.length);
    const line = `npm install --global --prefix ${prefix} ai-runner@latest`;
    const result = update();
    expect(result).toMatchObject({ status: 0, stdout: 'AI Runner 99.1.0 is installed\n' });
    expect(result.stderr).toBe(`ai: ${line}\nadded 1 package\na warning\n`);
    expect(box.read('npm')).toBe(`view ai-runner version\n${line.slice(4)}\n`);
  });

  test.each([
    ['pnpm', 'pnpm/global/5/.pnpm/ai-runner@1/node_modules/ai-runner', 'add --global ai-runner@latest'],
    ['yarn', '.config/yarn/global/node_modules/ai-runner', 'global add ai-runner@latest'],
    ['bun', '.bun/install/global/node_modules/ai-runner', 'add --global ai-runner@latest'],
    ['volta', 'v/tools/image/packages/ai-runner/lib/node_modules/ai-runner', 'install ai-runner@latest'],
  ])('%s updates what it has installed', (name, place, words) => {
    installed(box, place);
    manager(box, 'npm', '99.1.0');
    manager(box, name, '99.1.0');
    expect(update()).toMatchObject({ status: 0, stdout: 'AI Runner 99.1.0 is installed\n' });
    expect(box.read(name).split('\n').slice(-2)[0]).toBe(words);
  });

  test('--check only says what there is, and keeps it for the reminder', () => {
    installed(box);
    manager(box, 'npm', '99.1.0');
    const { stdout, status } = update('--check');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^AI Runner 99\.1\.0 is out, this is \d+\.\d+\.\d+: ai update\n$/);
    expect(box.read('npm')).toBe('view ai-runner version\n');
    expect(existsSync(cache())).toBe(true);
  });

  test.each(['0.0.1', '99.0.0-next', undefined])(
    'a version like %s: nothing is installed unless newer',
    (version) => {
      installed(box);
      const own = runProgram(box, ['ai', '--version']).stdout.trim();
      manager(box, 'npm', version ?? own);
      const result = update('--check');
      const isNewer = version === '99.0.0-next';
      expect(result.stdout).toMatch(
        isNewer ? /99\.0\.0-next is out/ : /^AI Runner \S+ is the newest version\n$/,
      );
    },
  );

  test('--dry-run prints the command and runs nothing', () => {
    installed(box, 'a b/lib/node_modules/ai-runner');
    manager(box, 'npm', '99.1.0');
    const result = update('--dry-run');
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(result.stdout).toBe(`npm install --global --prefix '${box.root}/a b' ai-runner@latest\n`);
    expect(existsSync(box.file('npm'))).toBe(false);
  });

  test('a clone and a project’s own copy say which command to type', () => {
    const folder = installed(box, 'project/node_modules/ai-runner');
    expect(update()).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('in the project'),
    });
    mkdirSync(join(folder, '.git'));
    const { status, stderr } = update('--check');
    expect(status).toBe(1);
    expect(stderr).toBe(
      `ai: AI Runner runs from a clone: ${folder}\n  Type: git -C ${folder} pull && npm --prefix ${folder} install\n`,
    );
    expect(PACKAGE).not.toBe(folder);
  });

  test.each([
    ['no answer', ['exit 1']],
    ['an answer that is no version', ["echo '<html>'", 'exit 0']],
  ])('%s is an error with the command to look at it', (_title, lines) => {
    installed(box);
    manager(box, 'npm', '99.1.0', lines);
    const { status, stderr } = update();
    expect(status).toBe(1);
    expect(stderr).toContain('ai: npm does not say what the newest version of ai-runner is\n');
    expect(existsSync(cache())).toBe(false);
  });

  test('a package manager that fails or is missing leaves its status', () => {
    installed(box, '.bun/install/global/node_modules/ai-runner');
    manager(box, 'npm', '99.1.0');
    expect(update()).toMatchObject({ status: 1, stderr: expect.stringContaining('it is not on PATH') });
    manager(box, 'bun', '', ['echo broken >&2', 'exit 3']);
    const result = update();
    expect(result).toMatchObject({ status: 1, stdout: '' });
    expect(result.stderr).toMatch(/broken\nai: bun add --global ai-runner@latest failed\n/);
  });

  test('takes no words', () => {
    expect(update('now')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('unexpected word "now"'),
    });
  });
});
