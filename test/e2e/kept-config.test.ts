import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { barePackage, cacheFolder, copyPackage } from '../support/code-cache.ts';
import { falsifyKept, keptFiles, onlyKept } from '../support/kept.ts';
import { REACHABLE } from '../support/package-folder.ts';
import { type RunOptions, runProgram } from '../support/run.ts';
import { AWS_KEYS, PACKAGE, useSandbox } from '../support/sandbox.ts';

const SOMEBODY = 12_345;
const SECRET = 'hunter2';
const box = useSandbox({ env: AWS_KEYS });
/** It has no compiled code yet, so that its runs fill the folder whatever they keep of configurations. */
const ai = join(barePackage(), 'shell/ai');

const YAML = 'defaults: { provider: aws, tier: opus }\nproviders: { aws: { region: eu-west-1 } }\n';
const JSON_TEXT =
  '{"defaults": {"provider": "aws", "tier": "opus"}, "providers": {"aws": {"region": "eu-west-1"}}}';

/** The plan of a session, by the package in a folder. */
const plan = (options: RunOptions = {}, folder = PACKAGE) =>
  runProgram(box, [join(folder, 'shell/ai'), 'env', '--json', '--shell', 'bash'], options);

const region = (options?: RunOptions, folder?: string): string => {
  const { status, stdout, stderr } = plan(options, folder);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return (JSON.parse(stdout) as { region: string }).region;
};

/** After this, whoever believes what is kept is somewhere else. */
const falsified = (folder?: string): void => {
  box.plant('.ai-runnerrc', YAML);
  expect(region({}, folder)).toBe('eu-west-1');
  falsifyKept(box.home, 'eu-west-1', 'sa-east-1');
  expect(region({}, folder)).toBe('sa-east-1');
};

test.each([
  ['YAML', YAML],
  ['JSON', JSON_TEXT],
])('%s: the same plan when it is read, when it is recalled, and without a cache', (_format, text) => {
  box.plant('.ai-runnerrc', text);
  const first = plan();
  expect(first).toMatchObject({ status: 0, stderr: '' });
  const { ino, mode } = statSync(onlyKept(box.home));
  expect(mode & 0o777).toBe(0o600);
  expect(plan()).toEqual(first);
  expect(statSync(onlyKept(box.home)).ino).toBe(ino);
  rmSync(cacheFolder(box), { recursive: true });
  expect(plan()).toEqual(first);
});

test('a session and a listing of providers share it', () => {
  falsified();
  const { stdout } = runProgram(box, ['ai', 'env', '--shell', 'bash']);
  expect(stdout).toContain('sa-east-1');
  expect(runProgram(box, ['ai', 'config', 'get', 'providers.aws.region']).stdout).toBe('sa-east-1\n');
});

test('a text with another byte, of the same length and time, is another text', () => {
  falsified();
  const path = join(box.home, '.ai-runnerrc');
  const { atime, mtime } = statSync(path);
  writeFileSync(path, YAML.replace('eu-west-1', 'eu-west-2'));
  utimesSync(path, atime, mtime);
  expect(region()).toBe('eu-west-2');
});

test('another build reads for itself', () => {
  const folder = copyPackage(box);
  falsified(folder);
  const bundle = join(folder, 'dist/bundles/env.js');
  const [, build = ''] = /"([0-9a-f]{16})-v/.exec(readFileSync(onlyKept(box.home), 'utf8')) ?? [];
  expect(build).not.toBe('');
  const text = readFileSync(bundle, 'utf8');
  expect(text).toContain(build);
  writeFileSync(bundle, text.replaceAll(build, '0123456789abcdef'));
  for (const name of readdirSync(cacheFolder(box)).filter((each) => each.startsWith('env.')))
    rmSync(join(cacheFolder(box), name));
  expect(region({}, folder)).toBe('eu-west-1');
});

test('every bundle of a build says the same', () => {
  falsified();
  for (const name of ['core', 'env', 'run', 'sessions', 'supervise']) {
    const [, build = ''] = /"([0-9a-f]{16})-v/.exec(readFileSync(onlyKept(box.home), 'utf8')) ?? [];
    expect(readFileSync(join(PACKAGE, `dist/bundles/${name}.js`), 'utf8')).toContain(build);
  }
});

test('configurations in turn are each their own', () => {
  const paths = ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'].map((name) => ({
    name,
    path: box.plant(`configs/${name}`, YAML.replace('eu-west-1', name)),
  }));
  for (const _round of [1, 2, 3])
    for (const { name, path } of paths) expect(region({ env: { AI_RUNNER_CONFIG: path } })).toBe(name);
});

test('without the configuration nothing of it is left', () => {
  const without = plan({}, PACKAGE);
  expect(without.stderr).toContain('provider');
  falsified();
  rmSync(join(box.home, '.ai-runnerrc'));
  expect(plan()).toEqual(without);
});

test('a configuration that others can change is refused all the same', () => {
  falsified();
  chmodSync(join(box.home, '.ai-runnerrc'), 0o664);
  expect(plan()).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('can be changed by other users') as string,
  });
});

test.each([
  ['a literal', `providers: { apikey: { apiKey: ${SECRET} } }\n`, ['--apikey']],
  ['a variable', `profiles: { work: { provider: aws, env: { ANY: ${SECRET} } } }\n`, ['--profile', 'work']],
  ['a comment', `defaults: { provider: aws }\n# token: ${SECRET}\n`, []],
])('no file of the cache has a secret in it: %s', (_what, text, flags) => {
  box.plant('.ai-runnerrc', text);
  for (const _round of [1, 2])
    expect(runProgram(box, [ai, 'env', '--shell', 'bash', ...flags])).toMatchObject({ status: 0 });
  const names = readdirSync(cacheFolder(box));
  expect(names.length).toBeGreaterThan(0);
  const found = names.filter((name) => readFileSync(join(cacheFolder(box), name), 'latin1').includes(SECRET));
  expect(found).toEqual([]);
});

test('a home that cannot be written to', () => {
  box.plant('.ai-runnerrc', YAML);
  chmodSync(box.root, 0o755);
  mkdirSync(cacheFolder(box), { recursive: true });
  for (const path of [
    join(box.home, '.ai-runnerrc'),
    cacheFolder(box),
    join(box.home, '.ai-runner'),
    box.home,
  ]) {
    chownSync(path, SOMEBODY, SOMEBODY);
    chmodSync(path, 0o500);
  }
  for (const _round of [1, 2]) expect(region({ uid: SOMEBODY }, REACHABLE)).toBe('eu-west-1');
  expect(readdirSync(cacheFolder(box))).toEqual([]);
});

test('a home of somebody else gets no folder of ours', () => {
  box.plant('.ai-runnerrc', YAML);
  chownSync(box.home, SOMEBODY, SOMEBODY);
  for (const _round of [1, 2]) expect(region()).toBe('eu-west-1');
  expect(existsSync(join(box.home, '.ai-runner'))).toBe(false);
});

test('runs at once: all are right, one whole file is left', async () => {
  box.plant('.ai-runnerrc', YAML);
  const start = () =>
    new Promise<string>((resolve) => {
      const child = spawn('ai', ['env', '--json', '--shell', 'bash'], {
        env: box.env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
      child.on('close', (code) => resolve(`${code} ${said}`));
    });
  const ends = await Promise.all(Array.from({ length: 6 }, start));
  expect(new Set(ends)).toEqual(new Set([`0 ${plan().stdout}`]));
  expect(keptFiles(box.home)).toHaveLength(1);
  falsifyKept(box.home, 'eu-west-1', 'sa-east-1');
  expect(region()).toBe('sa-east-1');
});
