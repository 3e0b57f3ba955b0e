import { spawnSync } from 'node:child_process';
import { readSettings } from '../../../src/airun/read.ts';

const read = (...lines: string[]) => readSettings(lines.join('\n'), '/home/u');
const values = (...lines: string[]): Record<string, string> =>
  Object.fromEntries([...read(...lines).values].map(([name, { value }]) => [name, value]));
const reasons = (...lines: string[]): string[] =>
  read(...lines).refusals.map(({ line, name, reason }) => `${line} ${name ?? '-'}: ${reason}`);

/** Values that a shell reads without running or looking up anything. */
const PLAIN = [
  'export A="value"',
  "export A='value'",
  'A=value',
  'export A=value # why',
  'export A="a#b" ; # why',
  'export A=a#b',
  String.raw`export A="q\"uo\$te\\ \x \`"`,
  String.raw`export A=un\ quoted\$`,
  `export A='single "double" $X \`cmd\` \\'`,
  `export A="it's" `,
  `export A="a"'b'c"d"`,
  'export A="$HOME/key.json"',
  'export A="${HOME}/key.json"',
  'export A=~/key.json',
  'export A="cost: 5$ and $"',
  'export A="ünï…"',
  'export A=*?[x]!',
  '\texport \t A=tabbed',
];

test.each(PLAIN)('%s: as bash has it', (line) => {
  const script = `${line}\n\nprintf %s "$A"`;
  const { stdout } = spawnSync('bash', ['--norc', '-c', script], {
    env: { HOME: '/home/u' },
    encoding: 'utf8',
  });
  expect(stdout).not.toBe('');
  expect(values(line)).toEqual({ A: stdout });
  expect(reasons(line)).toEqual([]);
});

test.each([
  ['A="$(touch /tmp/x)"', 'runs a command'],
  ['A=$(touch /tmp/x)', 'runs a command'],
  ['A="`touch /tmp/x`"', 'runs a command'],
  ['A=`touch /tmp/x`', 'runs a command'],
  ['A="$((1+1))"', 'runs a command'],
  ['A="${B:-default}"', 'takes that of another variable'],
  ['A="$B"', 'takes that of another variable'],
  ['A=x$1', 'takes that of another variable'],
  ["A=$'x\\ny'", 'takes that of another variable'],
  ['A="a" B="b"', 'more than a value'],
  ['A=a; touch /tmp/x', 'more than a value'],
  ['A=a && touch /tmp/x', 'more than a value'],
  ['A=(a b)', 'more than a value'],
  ['export A=x{a,b}', 'braces without quotes'],
  ['A="a\u001b[31m"', 'control characters'],
  ['A="open', 'quotes are not closed'],
  ["A='open", 'quotes are not closed'],
])('%s is not taken', (line, reason) => {
  expect(values(line)).toEqual({});
  expect(reasons(line)).toEqual([expect.stringMatching(new RegExp(`^1 A: .*${reason}`))]);
});

test('what stands within quotes or a substitution over several lines is no assignment', () => {
  const inner = 'export EVIL="x"';
  const text = ['export A="first', inner, '"', 'export B=$(', inner, ')', 'C=`', inner, '`', 'export D="d"'];
  expect(values(...text)).toEqual({ D: 'd' });
  expect(reasons(...text).map((line) => line.slice(0, 3))).toEqual(['1 A', '4 B', '7 C']);
});

test('a quote in a comment begins nothing', () => {
  expect(values("# it's", 'export A=a # "', 'export B=b')).toEqual({ A: 'a', B: 'b' });
});

test('conditions, loops and functions are not taken, with what they might change', () => {
  const text = [
    ...['export A=a', 'export B=b', 'if [ -n "$X" ]; then', '  export A=other', 'fi'],
    ...['f() {', '  export C=c', '}', 'for x in 1 2; do export D=d; done', 'export E=e'],
  ];
  expect(values(...text)).toEqual({ B: 'b', E: 'e' });
  expect(reasons(...text)).toContain('4 A: it stands in a condition, a loop or a function');
});

test('the last word counts: a value, none, one that only a shell knows', () => {
  expect(values('A=1', 'A=2')).toEqual({ A: '2' });
  expect(values('A=1', 'A=')).toEqual({});
  expect(values('A=1', 'A=$(pass show a)')).toEqual({});
  expect(values('A=1', 'B=2', 'unset A')).toEqual({ B: '2' });
  expect(values('A=$(pass show a)', 'A=3')).toEqual({ A: '3' });
});

test('a here-document ends the reading, two signs in a value do not', () => {
  expect(values('A="a<<b"', 'cat <<EOF', 'export B=b', 'EOF', 'export C=c')).toEqual({ A: 'a<<b' });
});

test('other commands are told by their line, never by their words', () => {
  expect(reasons('#!/bin/bash', '', 'source other.sh --token=abc', 'echo hi')).toEqual([
    '3 -: it is no assignment',
    '4 -: it is no assignment',
  ]);
});

test('CRLF and a byte order mark are no part of values', () => {
  const { values: found } = readSettings('\uFEFFexport A="a"\r\nexport B=b\r\n', undefined);
  expect([...found]).toEqual([
    ['A', { value: 'a', line: 1 }],
    ['B', { value: 'b', line: 2 }],
  ]);
});

test('without a home folder $HOME is another variable', () => {
  expect([...readSettings('A=$HOME/x', undefined).values]).toEqual([]);
});

test.each(['$(', '${', '"$(', '"', '`', "'", '\\', 'A="${', 'A=$('])(
  '%s, 50,000 times, comes to an end',
  (part) => {
    const { values: found } = read(part.repeat(50_000), 'export A=a');
    expect(found.size).toBeLessThanOrEqual(1);
  },
);
