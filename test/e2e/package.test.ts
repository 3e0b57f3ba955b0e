import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AWS_KEYS, PACKAGE, type Sandbox, sandbox } from '../support/sandbox.ts';

let box: Sandbox;
let prefix: string;

const run = (program: string, args: readonly string[], env: Record<string, string> = {}) => {
  const options = { cwd: box.work, env: { ...box.env, ...env }, encoding: 'utf8' as const };
  return spawnSync(program, args, { ...options, timeout: 120_000 });
};

/** npm looks at no registry: the tarball has no dependencies. */
const npm = (...args: string[]) =>
  spawnSync('npm', [...args, '--offline', '--no-audit', '--no-fund'], {
    cwd: PACKAGE,
    env: { ...process.env, npm_config_cache: join(box.tmp, 'npm-cache') },
    encoding: 'utf8',
    timeout: 120_000,
  });

/** Installs the tarball with nothing in the home, and without the variables of the tests. */
const install = (place: string, ...args: string[]): void => {
  mkdirSync(place);
  const [tarball = ''] = readdirSync(box.tmp).filter((name) => name.endsWith('.tgz'));
  const { status, stderr } = npm('install', '-g', '--prefix', place, join(box.tmp, tarball), ...args);
  expect(`${status} ${stderr}`).toMatch(/^0 /);
};

beforeAll(() => {
  box = sandbox({ home: 'home of somebody' });
  prefix = join(box.root, 'prefix');
  const packed = npm('pack', '--pack-destination', box.tmp, '--ignore-scripts');
  expect(packed.stderr + packed.stdout).toContain('.tgz');
  install(prefix);
}, 240_000);

afterAll(() => box.remove());

const command = (name: string): string => join(prefix, 'bin', name);

test.each(['ai', 'airun'])('%s works from any folder, and says its version', (name) => {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  expect(run(command(name), ['--version'])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
});

test('ai-sessions and ai-status find their program', () => {
  expect(run(command('ai-sessions'), [])).toMatchObject({ status: 0, stderr: '' });
  expect(run(command('ai-sessions'), []).stdout).toContain('No active sessions.');
  expect(run(command('ai-status'), [])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('no session'),
  });
});

test('`npm install -g` brings the manual pages to where `man` looks', () => {
  for (const page of ['man1/ai.1', 'man1/ai-sessions.1', 'man1/ai-status.1', 'man5/ai-runnerrc.5'])
    expect(readFileSync(join(prefix, 'share/man', page), 'utf8')).toMatch(/^\.TH "AI/);
});

test('a session starts from the installed package', () => {
  const script =
    'eval "$(ai env --aws --opus)"; echo "$CLAUDE_CODE_USE_BEDROCK $?"; ai-sessions --quiet; ai_off';
  const PATH = `${join(prefix, 'bin')}:${process.env.PATH}`;
  const { stdout, stderr } = run('bash', ['-c', script], { ...AWS_KEYS, PATH });
  expect(stdout).toMatch(/^1 0\ncc-aws-\d+-\d+\n$/);
  expect(stderr).toBe('');
});

test.each(['bash', 'zsh', 'fish'])('the completion of %s is in the package', (shell) => {
  const { status, stdout } = run(command('ai'), ['completion', shell]);
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('__ai_complete') });
});

test('the package has what it needs and nothing of the tests', () => {
  const folder = join(prefix, 'lib/node_modules/ai-runner');
  expect(readdirSync(folder).sort()).toEqual(
    expect.arrayContaining(['LICENSE', 'README.md', 'completions', 'dist', 'schema', 'shell']),
  );
  expect(existsSync(join(folder, 'test'))).toBe(false);
  expect(existsSync(join(folder, 'node_modules'))).toBe(false);
  expect(readFileSync(join(folder, 'dist/licenses.txt'), 'utf8')).toMatch(/^yargs \d/m);
});

const cached = (place: string): string[] => {
  const folder = join(place, 'lib/node_modules/ai-runner/dist/cache');
  return existsSync(folder) ? readdirSync(folder) : [];
};

test('the installation compiles what the first run needs, for this Node.js', () => {
  expect(cached(prefix)).toContainEqual(expect.stringContaining(`-${process.version}-`));
  expect(cached(prefix)).toContainEqual(expect.stringMatching(/^env\./));
});

test('without scripts it works, and the package brings no cache of another machine', () => {
  const place = join(box.root, 'without scripts');
  install(place, '--ignore-scripts');
  expect(cached(place)).toEqual([]);
  const { status, stdout } = run(join(place, 'bin/ai-sessions'), []);
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('No active sessions.') });
});
