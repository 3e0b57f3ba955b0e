import './run/parser.ts';
import type { Flag } from '../../src/flags.ts';
import { parse } from '../../src/parse.ts';

const FLAGS: readonly Flag[] = [
  { names: ['json'], summary: '', excludes: ['quiet', 'form'] },
  { names: ['quiet', 'q'], summary: '' },
  { names: ['form'], value: 'F', summary: '' },
  { names: ['long'], summary: '' },
];

test.each([
  [['--json', '--quiet'], '--json and --quiet exclude each other'],
  [['-q', '--json'], '--json and --quiet exclude each other'],
  [['--form', 'x', '--json'], '--json and --form exclude each other'],
])('%j: flags that contradict each other are refused', (argv, message) => {
  expect(() => parse(argv, FLAGS)).toThrow(message);
});

test.each([[['--json', '--long']], [['--quiet', '--form', 'x']], [['--json', '--', '--quiet']]])(
  '%j: others are not',
  (argv) => {
    expect(() => parse(argv, FLAGS)).not.toThrow();
  },
);

test.each([[['--json']], [['--long', '--quiet']], [['--long', '--long']], [['--q']], [[]]])(
  '%j: switches alone are what the parser makes of them',
  (argv) => {
    const [alone, parsed] = [parse(argv, FLAGS), parse([...argv, '--'], FLAGS)];
    expect(alone).toEqual(parsed);
    expect([...alone.switches]).toEqual(
      argv.length === 0 ? [] : expect.arrayContaining([expect.any(String)]),
    );
  },
);
