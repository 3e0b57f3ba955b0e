import { HELP, readOptions, WrongOptions } from '../../bench/options.ts';
import { readSelection, selectScenarios } from '../../bench/select.ts';

test('without options everything is measured in fifty rounds', () => {
  expect(readOptions([])).toMatchObject({
    rounds: 50,
    complete: true,
    check: false,
    write: false,
    help: false,
  });
});

test('options', () => {
  expect(
    readOptions(['--rounds', '7', '--only', 'env', '--check', '--json', 'file', '--nodes']),
  ).toMatchObject({
    rounds: 7,
    complete: false,
    check: true,
    json: 'file',
    nodes: true,
  });
});

test.each([
  [['--rounds', '0']],
  [['--rounds', '1.5']],
  [['--rounds']],
  [['--only', '(']],
  [['--only', 'env/(']],
  [['--nope']],
  [['env']],
  [['--write', '--only', 'env']],
])('%j is refused', (argv) => {
  expect(() => readOptions(argv)).toThrow(WrongOptions);
});

test('the help names every option and fits 80 columns', () => {
  for (const name of ['rounds', 'only', 'check', 'cpu', 'json', 'write', 'nodes', 'help'])
    expect(HELP).toContain(`--${name}`);
  for (const line of HELP.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

const scenario = (id: string) => ({ id, title: id, argv: [] });
const PREPARED = {
  scenarios: [
    scenario('env-json'),
    scenario('env-yaml'),
    { ...scenario('session-bash'), yields: { eval: { id: 'eval-bash', title: '' } } },
  ],
  counts: [{ id: 'children', title: '', value: 0 }],
};
const chosen = (text: string): string[] =>
  selectScenarios(PREPARED, readSelection(text)).scenarios.map(({ id }) => id);

test('a selection is a group and perhaps a scenario of it', () => {
  expect(readSelection('env').group.test('env')).toBe(true);
  expect(readSelection('sessions/first').group.test('env')).toBe(false);
  expect(chosen('env')).toHaveLength(3);
  expect(chosen('env/json|yaml')).toEqual(['env-json', 'env-yaml']);
  expect(chosen('env/eval')).toEqual(['session-bash']);
  expect(selectScenarios(PREPARED, readSelection('env/json')).counts).toEqual([]);
});
