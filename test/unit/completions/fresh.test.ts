import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const PACKAGE = resolve(__dirname, '../../..');

test('the committed completions are those of the command list', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/completions.mjs', '--check'], {
    cwd: PACKAGE,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
