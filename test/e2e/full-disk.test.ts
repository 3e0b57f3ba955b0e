import { type Finished, runProgram } from '../support/run.ts';
import { useSandbox } from '../support/sandbox.ts';
import { GUARD } from '../support/shells.ts';

const box = useSandbox({ env: { ANTHROPIC_API_KEY: 'sk-ant-key' } });

/** Runs a command with a descriptor on a device that is always full, full(4). */
const onFull = (descriptor: 1 | 2, ...argv: string[]): Finished =>
  runProgram(box, ['/bin/sh', '-c', `"$@" ${descriptor}>/dev/full`, 'sh', ...argv]);

const SAID = `ai: stdout cannot be written: ENOSPC: no space left on device
  Make room for the output, or send it elsewhere.
`;

test.each([['ai', 'env', '--apikey'], ['ai', 'help'], ['ai-sessions'], ['ai-status', '--json']])(
  '%s %s with a full stdout fails with a message',
  (...argv) => {
    expect(onFull(1, ...argv)).toMatchObject({ status: 1, stdout: '', stderr: SAID });
  },
);

test('what cannot be said on a full stderr changes neither the answer nor the status', () => {
  expect(onFull(2, 'ai', 'env', '--nope')).toMatchObject({ status: 2, stdout: `${GUARD}(exit 2)\n` });
});
