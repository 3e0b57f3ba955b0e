import { spawnSync } from 'node:child_process';
import { bundle } from './bundle.ts';

const program = bundle('script-help-program.ts');
afterAll(() => program.remove());

const help = (vars: string, columns = 120): string => {
  const { stdout, stderr } = spawnSync(process.execPath, [program.program, String(columns)], {
    input: `---\n${vars}\n---\n`,
    encoding: 'utf8',
  });
  return stdout + stderr;
};

const VARS = String.raw`vars:
  topic: {description: "What to write about, in more words than any terminal of eighty columns has place for"}
  my_style: casual
  count: {default: 3, description: "Number\n of \e[31m parts"}
  note: "a \"b\"\n\u202E"
  verbose: true`;

test('the variables of a script, in 80 columns', () => {
  expect(help(VARS).split('\n')).toEqual([
    'Usage: ai task.md [variables] [flags]',
    '',
    'Variables:',
    '  --topic VALUE     What to write about, in more words than any terminal of',
    '                    eighty columns has place for (required)',
    '  --my-style VALUE  (default: "casual")',
    '  --count VALUE     Number of \\x1b[31m parts (default: "3")',
    '  --note VALUE      (default: "a "b"\\x0a\\u202e")',
    '  --verbose         (default: true)',
    '',
  ]);
});

test('a narrow terminal is filled', () => {
  expect(
    Math.max(
      ...help(VARS, 50)
        .split('\n')
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(50);
});

test('a script without variables', () => {
  expect(help('tier: opus')).toBe('Usage: ai task.md [flags]\n');
});
