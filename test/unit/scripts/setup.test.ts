import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const SETUP = pathToFileURL(resolve(__dirname, '../../../scripts/setup.mjs')).href;
const folder = mkdtempSync(join(tmpdir(), 'ai-setup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, packages: object): void =>
  writeFileSync(join(folder, path), JSON.stringify({ packages }));

/** In a process of its own, as jest cannot load ES modules. */
const isInstalled = (): unknown => {
  const code = `import { isInstalled } from '${SETUP}'; process.stdout.write(String(isInstalled(${JSON.stringify(folder)})));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }),
  );
};

const NAMED = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b': { version: '2.0.0', optional: true },
};

test('a folder without packages is not installed, though it could do without each of them', () => {
  write('package-lock.json', { 'node_modules/b': NAMED['node_modules/b'] });
  expect(isInstalled()).toBe(false);
});

test.each<[string, object, boolean]>([
  ['all packages', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } }, true],
  ['those of this platform', { 'node_modules/a': { version: '1.0.0' } }, true],
  ['another version', { 'node_modules/a': { version: '0.9.0' } }, false],
  [
    'another version of an optional one',
    { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } },
    false,
  ],
  ['one too few', { 'node_modules/b': { version: '2.0.0' } }, false],
])('%s', (_what, there, expected) => {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  write('package-lock.json', NAMED);
  write('node_modules/.package-lock.json', there);
  expect(isInstalled()).toBe(expected);
});
