import { runProgram } from '../support/run.ts';
import { useSharedSandbox } from '../support/sandbox.ts';

const box = useSharedSandbox();

const HELP = 'run the command with --help to see its flags';

test.each([
  ['env aws', '"aws"', 'did you mean --aws?'],
  ['env --aws opsu', '"opsu"', 'did you mean --opus?'],
  ['env --aws -- something', '"something"', HELP],
  ['status everything', '"everything"', HELP],
  ['providers jsno', '"jsno"', 'did you mean --json?'],
  ['models provider', '"provider"', 'did you mean --provider?'],
  ['doctor json', '"json"', 'did you mean --json?'],
  ['update now', '"now"', HELP],
  ['statusline everything', '"everything"', HELP],
  ['prompt everything', '"everything"', HELP],
  ['trust one two', '"two"', 'name one file'],
  ['trust --list one', '"one"', '--list takes no file'],
  ['config show it', '"it"', '`ai config show` takes no more'],
  ['config validate one two', '"two"', '`ai config validate` takes one file'],
])('ai %s: the word is named, and what to do', (line, word, remedy) => {
  const { status, stderr } = runProgram(box, ['ai', ...line.split(' ')]);
  expect([status, stderr]).toEqual([2, `ai: unexpected word ${word}\n  ${remedy}\n`]);
});

test.each([
  [['env', '--x\x1b]0;title\x07'], 'ai: unknown flag --x\\x1b]0;title\\x07\n'],
  [['env', '--aws', '--effort', 'a\x1b[2Jb'], 'ai: --effort cannot be "a\\x1b[2Jb"\n'],
])('%j: an error shows what a terminal would obey', (argv, shown) => {
  const { stderr } = runProgram(box, ['ai', ...argv]);
  expect(stderr).toContain(shown);
  expect(stderr).not.toMatch(/[\x00-\x09\x0b-\x1f]/);
});
