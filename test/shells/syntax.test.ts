import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../support/find-program.ts';
import { run, runProgram } from '../support/run.ts';
import { AWS_KEYS, PACKAGE, useSandbox } from '../support/sandbox.ts';
import { bash, fish, SHELLS, type Shell, zsh } from '../support/shells.ts';

const FOLDER = join(PACKAGE, 'shell');

/** Files below `shell/`, relative to it, whose names end so. */
const files = (pattern: RegExp): string[] =>
  readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(FOLDER.length + 1))
    .filter((path) => pattern.test(path))
    .sort();

const parse: Readonly<Record<Shell['name'], readonly string[]>> = {
  bash: [bash.path, '--posix', '-n'],
  zsh: [zsh.path, '-f', '-n'],
  fish: [fish.path, '--no-config', '--no-execute'],
};

const SECRET =
  'providers: { apikey: { apiKey: { file: ~/key } }, ollama: { hooks: { cleanup: [[echo, "it\'s", $x]] } } }\n';

/** Every kind of text that `ai env` writes. */
const FLAGS = [
  '--aws --opus',
  '--apikey',
  '--ollama --model m',
  '--pro',
  '--vercel',
  '--unset',
  '--nope',
  '',
] as const;

describe('the shell files', () => {
  const box = useSandbox();

  test('are there, and each has a checker', () => {
    expect(files(/\.(bash|zsh|fish)$/).length).toBeGreaterThanOrEqual(3);
    expect(files(/./).filter((path) => !/\.(bash|zsh|fish|sh)$|^[^.]+$/.test(path))).toEqual([]);
  });

  test.each(files(/\.(bash|sh)$|^[^./]+$/))('%s: shellcheck has nothing to say', (path) => {
    const dialect = path.endsWith('.bash') ? 'bash' : 'sh';
    const check = [findProgram('shellcheck'), '-x', '-S', 'style', '-s', dialect, join(FOLDER, path)];
    const result = runProgram(box, check, { cwd: PACKAGE });
    expect(result).toMatchObject({ status: 0, stdout: '' });
  });

  test.each(files(/\.(bash|zsh|fish)$/))('%s: its shell can parse it', (path) => {
    const name = path.slice(path.lastIndexOf('.') + 1) as Shell['name'];
    expect(runProgram(box, [...parse[name], join(FOLDER, path)])).toMatchObject({ status: 0, stderr: '' });
  });

  test.each(files(/\.fish$/))('%s: fish_indent would change nothing', (path) => {
    const result = runProgram(box, [findProgram('fish_indent'), '--check', join(FOLDER, path)]);
    expect(result).toMatchObject({ status: 0 });
  });

  test.each(files(/\.sh$|^[^./]+$/))('%s: dash can parse it', (path) => {
    expect(runProgram(box, [findProgram('dash'), '-n', join(FOLDER, path)])).toMatchObject({
      status: 0,
      stderr: '',
    });
  });
});

describe('the files for plugin managers', () => {
  const box = useSandbox();

  test.each([
    ['zsh', 'ai-runner.plugin.zsh'],
    ['fish', 'conf.d/ai-runner.fish'],
  ] as const)('%s can parse %s', (name, path) => {
    expect(runProgram(box, [...parse[name], join(PACKAGE, path)])).toMatchObject({ status: 0, stderr: '' });
  });

  test('fish_indent would change nothing', () => {
    const check = [findProgram('fish_indent'), '--check', join(PACKAGE, 'conf.d/ai-runner.fish')];
    expect(runProgram(box, check)).toMatchObject({ status: 0 });
  });
});

describe.each(SHELLS)('$name: what `ai env` writes', (shell) => {
  const box = useSandbox({ env: { ...AWS_KEYS, VERCEL_AI_GATEWAY_TOKEN: 't' } });

  test.each(FLAGS)('ai env %s: is valid code, on stdout and nowhere else', (flags) => {
    box.plant('key', "it's\n");
    box.plant('.ai-runnerrc', SECRET);
    const code = box.file('code');
    run(shell, box, [`ai env ${flags} > ${shell.quote(code)}`]);
    expect(existsSync(code) && box.read('code').endsWith('\n')).toBe(true);
    const { status, stderr } = runProgram(box, [...parse[shell.name], code]);
    expect(stderr).toBe('');
    // To a zsh that only reads, what is negated is 1.
    if (shell.name !== 'zsh') expect(status).toBe(0);
    if (shell !== bash) return;
    const check = [findProgram('shellcheck'), '-S', 'warning', '-s', 'bash', code];
    expect(runProgram(box, check)).toMatchObject({ status: 0, stdout: '' });
  });

  test('--json is no code: it is the plan, without secrets', () => {
    const result = runProgram(box, ['ai', 'env', '--aws', '--opus', '--json']);
    expect(result.status).toBe(0);
    expect(JSON.parse(result.stdout)).toMatchObject({ provider: 'aws' });
    expect(result.stdout).not.toContain(AWS_KEYS.AWS_SECRET_ACCESS_KEY);
  });
});
