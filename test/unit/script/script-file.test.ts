import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCandidate, readScriptFile, type ScriptWorld } from '../../../src/script/script-file.ts';
import { failure } from './failure.ts';

const world: ScriptWorld = {
  files: { stat: (path) => fs.statSync(path), readBytes: (path) => fs.readFileSync(path) },
};

const folder = fs.mkdtempSync(join(tmpdir(), 'ai-script-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

beforeAll(() => {
  fs.writeFileSync(at('task.md'), '#!/usr/bin/env -S ai --aws\nHello \u{1F600}\n');
  fs.symlinkSync('task.md', at('link'));
  fs.symlinkSync('loop', at('loop'));
  fs.writeFileSync(at('large'), '');
  fs.truncateSync(at('large'), 10 * 1024 * 1024 + 1);
  execFileSync('mkfifo', [at('pipe')]);
});

test.each(['task.md', 'link'])('%s is read', async (name) => {
  expect(await readScriptFile(world, at(name))).toMatchObject({
    shebang: ['--aws'],
    body: Buffer.from('Hello \u{1F600}\n'),
  });
  expect(readCandidate(world, at(name))?.length).toBe(38);
});

const PATH_HINT = 'Check the path, and where it leads if it is a link.';
const KIND_HINT = 'Name a file, or pipe the prompt: … | ai';

test.each([
  ['missing', 'does not exist', PATH_HINT],
  ['task.md/x', 'does not exist', PATH_HINT],
  ['loop', 'is a link that leads to itself', PATH_HINT],
  ['', 'is a folder, not a file', KIND_HINT],
  ['pipe', 'is a pipe, not a file', KIND_HINT],
])('%j is refused', async (name, reason, hint) => {
  expect(await failure(() => readScriptFile(world, at(name)))).toEqual({
    message: `The script ${at(name)} ${reason}`,
    hint,
    code: 1,
  });
  expect(readCandidate(world, at(name))).toBeUndefined();
});

test('a device is refused', async () => {
  expect((await failure(() => readScriptFile(world, '/dev/zero'))).message).toBe(
    'The script /dev/zero is a device, not a file',
  );
});

test('more than 10 MiB are refused unread', async () => {
  expect((await failure(() => readScriptFile(world, at('large')))).message).toBe(
    `${at('large')} has 10485761 bytes, more than 10485760 bytes (10 MiB)`,
  );
  expect(readCandidate(world, at('large'))).toBeUndefined();
});

test('a file that may not be read is told', async () => {
  const closed: ScriptWorld = {
    files: {
      ...world.files,
      readBytes: () => {
        throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
      },
    },
  };
  expect((await failure(() => readScriptFile(closed, at('task.md')))).message).toBe(
    `The script ${at('task.md')} may not be read by you`,
  );
  expect(readCandidate(closed, at('task.md'))).toBeUndefined();
});
