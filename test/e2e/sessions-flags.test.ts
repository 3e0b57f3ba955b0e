import { runProgram } from '../support/run.ts';
import { useSharedSandbox } from '../support/sandbox.ts';

const box = useSharedSandbox();

const NO_TERMINAL = '--watch draws on a terminal, and stdout is none\n  Leave --watch out.';
const HELP = 'run the command with --help to see its flags';
const RANGE = 'Give the seconds between two looks, 0.1 to 3600.';

test.each<[string[], string]>([
  [['--watch'], NO_TERMINAL],
  [['--watch='], NO_TERMINAL],
  [['--watch', '--long'], NO_TERMINAL],
  [['--long', '--watch', '5'], NO_TERMINAL],
  [['--watch=0.5'], NO_TERMINAL],
  [['--watch=7200'], `--watch cannot be "7200"\n  ${RANGE}`],
  [['--watch', 'often'], `--watch cannot be "often"\n  ${RANGE}`],
  [['--watch', '1', '--watch', '2'], '--watch was given 2 different values'],
  [['--watch', '--json'], '--json and --watch exclude each other\n  give one of them'],
  [['--json', '--quiet'], '--json and --quiet exclude each other\n  give one of them'],
  [['-q', '--long'], '--quiet and --long exclude each other\n  give one of them'],
  [['--all', '--quiet'], '--quiet and --all exclude each other\n  give one of them'],
  [['--provider'], '--provider needs a value\n  e.g. --provider NAME'],
  [['aws'], `unexpected word "aws"\n  ${HELP}`],
  [['--watch', '2', 'x\x1b'], `unexpected word "x\\x1b"\n  ${HELP}`],
  [['--', '--json'], 'unexpected word "--json"\n  did you mean --json?'],
])('%j is a usage error', (argv, message) => {
  expect(runProgram(box, ['ai-sessions', ...argv])).toMatchObject({
    status: 2,
    stdout: '',
    stderr: `ai: ${message}\n`,
  });
});
