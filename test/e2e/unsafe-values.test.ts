import { runProgram } from '../support/run.ts';
import { AWS_KEYS, useSharedSandbox } from '../support/sandbox.ts';

const box = useSharedSandbox({ env: { ...AWS_KEYS, ANTHROPIC_API_KEY: 'sk-ant-key' } });

/** What a terminal would obey: a new line with a variable of its own, and a title. */
const UNSAFE = 'x\n  + FAKE=1\x1b]0;title\x07';
const SHOWN = 'x\\x0a  + FAKE=1\\x1b]0;title\\x07';

const dryRun = (argv: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runProgram(box, ['ai', 'env', '--dry-run', ...argv], { env });

test('a model is shown on one line, and harmless', () => {
  const { status, stdout } = dryRun(['--apikey', '--model', UNSAFE]);
  expect([status, stdout.split('\n')[0]]).toEqual([0, expect.stringContaining(` ${SHOWN} `)]);
  expect(stdout).toContain(`\n  + ANTHROPIC_MODEL=${SHOWN}\n`);
  expect(stdout).not.toMatch(/\x1b|\n {2}\+ FAKE/);
});

test('a profile of the environment, too, also in the warning', () => {
  const { stdout, stderr } = dryRun(['--aws'], { AWS_PROFILE: 'x\n\x1b[31m' });
  expect(stdout).toContain('(profile: x\\x0a\\x1b[31m)');
  expect(stdout).toMatch(/\n {2}~ AWS_PROFILE=x\\x0a\\x1b\[31m\n/);
  expect(stderr).toBe(
    'ai: warning: the AWS profile "x\\n\\u001b[31m" is not in the AWS config and credentials files\n',
  );
});
