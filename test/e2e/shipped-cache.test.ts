import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  barePackage,
  cacheFolder,
  caches,
  copyPackage,
  FALSE_TEXT,
  listBy,
  onlyCache,
  poisonShipped,
  RIGHT,
  shippedCache,
  shippedFolder,
  warm,
} from '../support/code-cache.ts';
import { type Finished, runProgram } from '../support/run.ts';
import { AWS_KEYS, nodeWith, useSandbox } from '../support/sandbox.ts';

const box = useSandbox({ env: AWS_KEYS });
const folder = barePackage();
beforeAll(() => warm(folder), 240_000);

const ai = (...argv: string[]): Finished => runProgram(box, [join(folder, 'shell/ai'), ...argv]);
const DONE = { status: 0, stderr: '' };

/** Every file of the installation's cache, and when it was written. */
const shipped = (): string[] =>
  readdirSync(shippedFolder(folder)).map((name) => {
    const { ino, mtimeMs, size } = statSync(join(shippedFolder(folder), name));
    return `${name} ${ino} ${mtimeMs} ${size}`;
  });

describe('the code cache that comes with an installation', () => {
  test('is run', () => {
    const copy = copyPackage(box);
    poisonShipped(box, copy);
    expect(listBy(box, copy).stdout).toContain(FALSE_TEXT);
  });

  test.each([
    ['nothing', undefined],
    ['JSON', '{"defaults": {"provider": "aws", "tier": "opus"}}\n'],
    ['YAML', 'defaults: { provider: aws, tier: opus }\n'],
  ])('spares the first `ai env` with %s as configuration to write one', (_form, config) => {
    if (config !== undefined) box.plant('.ai-runnerrc', config);
    expect(ai('env', '--aws', '--opus')).toMatchObject(DONE);
    expect(ai('env', '--opus', '--shell', 'zsh', '--aws')).toMatchObject(DONE);
    // Only what the configuration means.
    expect(caches(box).filter((name) => !name.startsWith('config.'))).toEqual([]);
  });

  test('is compiled code for this Node.js, and nothing else', () => {
    const names = readdirSync(shippedFolder(folder));
    expect(names).toContainEqual(expect.stringMatching(/^env\./));
    expect(names.filter((name) => !name.includes(process.version))).toEqual([]);
  });

  test('spares it to the first listing, and to the first run of a prompt file', () => {
    expect(listBy(box, folder)).toMatchObject(RIGHT);
    box.program('claude', '#!/bin/sh\necho done\n');
    runProgram(box, ['/bin/sh', '-c', 'echo hello >prompt.md']);
    expect(ai('--aws', '--opus', 'prompt.md')).toMatchObject({ status: 0, stdout: 'done\n' });
    expect(caches(box)).toEqual([]);
  });

  test('another kind of run adds what it needs at home, once, and nothing beside the program', () => {
    const before = shipped();
    const rare = () => ai('env', '--aws', '--region', 'eu-west-3', '--shell', 'bash');
    expect(rare()).toMatchObject(DONE);
    const { ino, size } = statSync(onlyCache(box));
    expect(size).toBeGreaterThan(statSync(shippedCache(folder, 'env')).size * 0.9);
    expect(rare()).toMatchObject(DONE);
    expect(ai('env', '--aws', '--opus')).toMatchObject(DONE);
    expect(statSync(onlyCache(box)).ino).toBe(ino);
    expect(shipped()).toEqual(before);
  });

  test('is for one set of flags of V8: others have their own at home', () => {
    nodeWith(box, '--max-old-space-size=300');
    expect(listBy(box, folder)).toMatchObject(RIGHT);
    expect(caches(box)).toHaveLength(1);
  });
});

describe('a damaged one is not run, and replaced at home', () => {
  const flip = (at: (size: number) => number) => (path: string) => {
    const bytes = readFileSync(path);
    const place = at(bytes.length);
    bytes.writeUInt8(bytes.readUInt8(place) ^ 0x10, place);
    writeFileSync(path, bytes);
  };
  test.each<[string, (path: string) => void]>([
    ['a byte of the key', flip(() => 3)],
    ['a byte of the data', flip((size) => Math.floor(size / 4))],
    ['a byte of the copy', flip((size) => size - 4000)],
    ['the end is missing', (path) => truncateSync(path, statSync(path).size - 8)],
    ['all is missing', (path) => truncateSync(path, 0)],
  ])('%s', (_what, damage) => {
    const copy = copyPackage(box);
    // Of the true program: what is wrong with it is the damage alone.
    warmed(copy);
    damage(shippedCache(copy, 'sessions'));
    const before = readFileSync(shippedCache(copy, 'sessions'));
    expect(listBy(box, copy)).toMatchObject(RIGHT);
    expect(caches(box)).toHaveLength(1);
    expect(readFileSync(shippedCache(copy, 'sessions')).equals(before)).toBe(true);
    expect(readdirSync(cacheFolder(box))).toEqual([expect.stringMatching(/^sessions\./)]);
  });
});

/** Gives a copy of the package what was made for the other one. */
const warmed = (copy: string): void => {
  const { status } = runProgram(box, ['/bin/cp', '-R', shippedFolder(folder), shippedFolder(copy)]);
  expect(status).toBe(0);
};
