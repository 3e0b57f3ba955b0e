import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyPackage, listBy, TRUE_TEXT } from '../support/code-cache.ts';
import { PACKAGE, useSandbox } from '../support/sandbox.ts';

const box = useSandbox();

test('a defect of ours is reported with its place in the source', () => {
  const folder = copyPackage(box);
  const bundle = join(folder, 'dist/bundles/sessions.js');
  writeFileSync(bundle, readFileSync(bundle, 'utf8').replace(TRUE_TEXT, `\${null.x}${TRUE_TEXT}`));
  const { status, stderr } = listBy(box, folder);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^ai: internal error: TypeError: Cannot read properties of null/);
  const [, path = '', line = ''] = /(src\/sessions\/listing\.ts):(\d+):\d+/.exec(stderr) ?? [];
  const source = readFileSync(join(PACKAGE, path), 'utf8').split('\n');
  expect(source[Number(line) - 1]).toContain(TRUE_TEXT);
});
