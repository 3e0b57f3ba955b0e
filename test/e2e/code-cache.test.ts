import { spawn } from 'node:child_process';
import { readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  barePackage,
  cacheFolder,
  caches,
  copyPackage,
  FALSE_TEXT,
  falsify,
  listBy,
  onlyCache,
  RIGHT,
  TRUE_TEXT,
} from '../support/code-cache.ts';
import { runProgram } from '../support/run.ts';
import { AWS_KEYS, nodeWith, useSandbox } from '../support/sandbox.ts';

const box = useSandbox({ env: AWS_KEYS });
const bare = barePackage();
const ai = join(bare, 'shell/ai');
const list = (flags = '') => {
  nodeWith(box, flags);
  return listBy(box, bare);
};
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

/** A cache that V8 or we refuse is written anew; one that is used stays. */
const written = (): string => {
  const { ino, mtimeMs } = statSync(onlyCache(box));
  return `${ino} ${mtimeMs}`;
};

test('the first run writes it for nobody else, the second one uses it', () => {
  expect(list()).toMatchObject(RIGHT);
  expect([modeOf(cacheFolder(box)), modeOf(onlyCache(box))]).toEqual(['700', '600']);
  const first = written();
  expect(list()).toMatchObject(RIGHT);
  expect(written()).toBe(first);
});

test('another kind of run adds what it needs, once', () => {
  const env = (...flags: string[]) => runProgram(box, [ai, 'env', '--shell', 'bash', '--aws', ...flags]);
  expect(env()).toMatchObject({ status: 0, stderr: '' });
  const first = written();
  expect(env('--opus')).toMatchObject({ status: 0, stderr: '' });
  const second = written();
  expect(second).not.toBe(first);
  env('--opus');
  expect(written()).toBe(second);
});

test('the readers of configurations have caches of their own, beside what they have read', () => {
  const env = () => runProgram(box, [ai, 'env', '--shell', 'bash', '--aws']);
  const inodes = () => caches(box).map((name) => statSync(join(cacheFolder(box), name)).ino);
  box.plant('.ai-runnerrc', 'defaults: { tier: opus }\n');
  expect(env()).toMatchObject({ status: 0, stderr: '' });
  const bundles = caches(box).map((name) => name.slice(0, name.indexOf('.')));
  expect(bundles).toEqual(['config', 'env', 'js-yaml', 'read-config']);
  const first = inodes();
  expect(env()).toMatchObject({ status: 0, stderr: '' });
  expect(inodes()).toEqual(first);
});

test('a run that fails writes none', () => {
  expect(runProgram(box, [ai, 'sessions', '--nonsense']).status).toBe(2);
  expect(caches(box)).toEqual([]);
});

const half = (length: number): number => Math.floor((length - 4096) / 2);

describe('a damaged cache', () => {
  const flip = (offset: (length: number) => number) => (path: string) => {
    const bytes = readFileSync(path);
    const at = offset(bytes.length);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
    writeFileSync(path, bytes);
  };
  test.each<[string, (path: string) => void]>([
    ['empty', (path) => truncateSync(path, 0)],
    ['cut in its head', (path) => truncateSync(path, 100)],
    ['cut in the middle', (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
    ['without its last byte', (path) => truncateSync(path, statSync(path).size - 1)],
    ['longer', (path) => writeFileSync(path, Buffer.alloc(16), { flag: 'a' })],
    ['with a byte flipped in the key', flip(() => 3)],
    ['with a byte flipped at the front', flip(() => 4096 + 20)],
    ['with a byte flipped in the code', flip((length) => 4096 + Math.floor(half(length) / 2))],
    ['with a byte flipped in the copy', flip((length) => 4096 + half(length) + 4000)],
    ['of zeros', (path) => writeFileSync(path, Buffer.alloc(statSync(path).size))],
    ['of text', (path) => writeFileSync(path, 'exit 9\n'.repeat(9000))],
  ])('%s is replaced', (_how, damage) => {
    list();
    const path = onlyCache(box);
    const whole = readFileSync(path);
    damage(path);
    const damaged = written();
    expect(list()).toMatchObject(RIGHT);
    expect(written()).not.toBe(damaged);
    expect(readFileSync(path).length).toBeGreaterThan(whole.length / 2);
    const healed = written();
    expect(list()).toMatchObject(RIGHT);
    expect(written()).toBe(healed);
  });
});

describe('another version of the same length', () => {
  test('runs its own code', () => {
    const folder = copyPackage(box);
    expect(listBy(box, folder).stdout).toContain(TRUE_TEXT);
    falsify(folder);
    expect(listBy(box, folder).stdout).toContain(FALSE_TEXT);
  });

  test('does not take the cache of the old one, whatever that is called', () => {
    const folder = copyPackage(box);
    listBy(box, folder);
    const old = onlyCache(box);
    const bytes = readFileSync(old);
    falsify(folder);
    listBy(box, folder);
    const [name = ''] = caches(box).filter((each) => !old.endsWith(each));
    writeFileSync(join(cacheFolder(box), name), bytes);
    expect(listBy(box, folder)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(FALSE_TEXT),
      stderr: '',
    });
  });
});

test.each(['--max-old-space-size=300', '--stack-trace-limit=3 --max-http-header-size=9000'])(
  'flags of V8 (%s) have a cache of their own',
  (flags) => {
    list();
    expect(list(flags)).toMatchObject(RIGHT);
    const names = caches(box);
    expect(names).toHaveLength(2);
    const times = () => names.map((name) => statSync(join(cacheFolder(box), name)).ino);
    const before = times();
    expect([list(flags), list()]).toMatchObject([RIGHT, RIGHT]);
    expect(times()).toEqual(before);
  },
);

test('flags that fit into no key do without', () => {
  expect(list('--no-warnings '.repeat(40))).toMatchObject(RIGHT);
  expect(caches(box)).toEqual([]);
});

test('first runs at once: all are right, one whole cache is left', async () => {
  const start = () =>
    new Promise<string>((resolve) => {
      const child = spawn(ai, ['sessions'], { env: box.env, stdio: ['ignore', 'pipe', 'pipe'] });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
      child.on('close', (code) => resolve(`${code} ${said.trim().split('\n').at(-1)}`));
    });
  const ends = await Promise.all(Array.from({ length: 6 }, start));
  expect(new Set(ends)).toEqual(new Set([`0 ${TRUE_TEXT}`]));
  const first = written();
  expect(list()).toMatchObject(RIGHT);
  expect(written()).toBe(first);
});

test('caches of earlier versions go, and drafts of writers that were killed', () => {
  list();
  const [own = ''] = caches(box);
  const plant = (name: string, age: number): void => {
    const path = box.plant(`.ai-runner/cache/${name}`, 'old');
    utimesSync(path, Date.now() / 1000 - age, Date.now() / 1000 - age);
  };
  for (let index = 0; index < 20; index++) plant(`sessions.${index}.bin`, 1000 + index);
  plant('env.other.bin', 1000);
  plant('env.old.bin', 100 * 24 * 3600);
  plant('env.a.bin.1.new', 1000);
  plant('env.b.bin.2.new', 1);
  truncateSync(onlyCacheNamed(own), 0);
  expect(list()).toMatchObject(RIGHT);
  const kept = ['sessions.0.bin', 'sessions.1.bin', 'env.other.bin', 'env.b.bin.2.new'];
  expect(caches(box)).toEqual([...kept, own].sort());
});

const onlyCacheNamed = (name: string): string => join(cacheFolder(box), name);
