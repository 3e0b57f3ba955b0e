import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../support/run.ts';
import { type Sandbox, sandbox } from '../support/sandbox.ts';

const TOOL = `#!/bin/sh
case $* in *--help*) printf 'Options:\\n  --allowedTools <tools...>  which\\n'; exit ;; esac
echo "$* $ANTHROPIC_MODEL"
cat
`;
const LINE = '#!/usr/bin/env -S ai --apikey --skip --allowedTools Bash --model ${MODEL}';

let box: Sandbox;
beforeEach(() => {
  box = sandbox({ env: { ANTHROPIC_API_KEY: 'sk-ant-example', MODEL: 'mine' } });
  box.program('claude', TOOL);
});
afterEach(() => box.remove());

test('a file may say what its run is allowed, in words that env has filled in', () => {
  const path = join(box.work, 'task.md');
  writeFileSync(path, `${LINE}\nhello\n`);
  chmodSync(path, 0o755);
  const { status, stdout } = runProgram(box, [path]);
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: '-p --dangerously-skip-permissions --allowedTools Bash mine\nhello\n',
  });
});

test('a piped text may not: it can come from anywhere', () => {
  const { stdout, stderr } = runProgram(box, ['ai'], { stdin: `${LINE}\nhello\n` });
  expect(stdout).toBe('-p ${MODEL}\nhello\n');
  expect(stderr).toContain('the first line of a piped text cannot say --skip --allowedTools Bash');
});

test('neither changes the default', () => {
  const stdin = '#!/usr/bin/env -S ai --apikey --set-default\nhello\n';
  expect(runProgram(box, ['ai'], { stdin })).toMatchObject({ status: 0 });
  expect(runProgram(box, ['ai', 'config', 'path'])).toMatchObject({ status: 1 });
});
