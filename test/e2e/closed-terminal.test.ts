import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawn } from '@lydell/node-pty';
import { findProgram } from '../support/find-program.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';

const box = useSandbox({ env: AWS_KEYS });

const appeared = async (path: string): Promise<void> => {
  while (!existsSync(path)) await new Promise((resolve) => setTimeout(resolve, 20));
};

test('messages to a terminal that was closed are no failure', async () => {
  const lines = [
    "trap '' HUP",
    `: >'${box.file('ready')}'`,
    `until [ -e '${box.file('closed')}' ]; do sleep 0.05; done`,
    `ai env --aws --shell bash >'${box.file('code')}'`,
    `echo $? >'${box.file('status.new')}'; mv '${box.file('status.new')}' '${box.file('status')}'`,
  ];
  const terminal = spawn(findProgram('bash'), ['-c', lines.join('\n')], {
    cwd: box.work,
    env: { ...box.env },
  });
  await appeared(box.file('ready'));
  (terminal as unknown as { destroy(): void }).destroy();
  writeFileSync(box.file('closed'), '');
  await appeared(box.file('status'));
  expect(box.read('status')).toBe('0\n');
  expect(readFileSync(box.file('code'), 'utf8')).toContain('CLAUDE_CODE_USE_BEDROCK');
});
