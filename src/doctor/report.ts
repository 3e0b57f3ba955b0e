import { displayedVariable } from '../secrets/displayed.ts';
import { escapeText } from '../text/escape.ts';
import { tilde } from '../text/shell.ts';
import { columnsOf, markFor, type Style } from '../text/style.ts';
import { type Cell, table } from '../text/table.ts';
import { wrapText } from '../text/wrap.ts';
import type { World } from '../world.ts';
import { type Finding, LEVELS, type Level } from './finding.ts';
import type { PlacedValue, Steering } from './precedence.ts';

/** What `ai doctor --json` prints; names keep their meaning from version to version, and may be added. */
export interface Report {
  readonly version: string;
  /** Whether nothing is wrong. */
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  /** Every variable that steers the tools, secrets masked. */
  readonly variables: readonly Steering[];
}

/** Puts a report together; what is secret is masked from here on. */
export const reportOf = (
  { version }: World,
  findings: readonly Finding[],
  variables: readonly Steering[],
): Report => ({
  version,
  ok: !findings.some(({ level }) => level === 'problem'),
  findings,
  variables: variables.map(({ name, values }) => ({
    name,
    values: values.map((each) => ({ ...each, value: displayedVariable(name, each.value) })),
  })),
});

const STYLES: Readonly<Record<Level, Style>> = { problem: 'red', note: 'yellow', ok: 'green' };

const shownValue = (value: string): string => (value === '' ? '(empty)' : value);

/** A variable that only one place sets takes a line. */
const single = (world: World, { name, values: [only] }: Steering): Cell[] => [
  { text: name, style: 'bold' },
  only?.wins ? '' : { text: 'ignored', style: 'dim' },
  only?.path ? tilde(world, only.path) : (only?.where ?? ''),
  shownValue(only?.value ?? ''),
];

const placeRow = (world: World, { where, path, value, wins }: PlacedValue): Cell[] => [
  wins ? { text: '>', style: 'green' } : ' ',
  where,
  shownValue(value),
  path === null ? '' : { text: tilde(world, path), style: 'dim' },
];

/** Those that several places set come first, each with a block of its own. */
const variableLines = (world: World, variables: readonly Steering[]): string[] => {
  const mark = markFor(world);
  const layout = { mark, columns: columnsOf(world) };
  const contested = variables.filter(({ values }) => values.length > 1);
  const others = variables.filter(({ values }) => values.length === 1);
  return [
    ...(variables.length > 0 ? ['', mark('bold', 'What steers the tools here (> wins)')] : []),
    ...contested.flatMap(({ name, values }) => [
      `  ${mark('bold', escapeText(name))}`,
      ...table(
        values.map((each) => placeRow(world, each)),
        { ...layout, indent: 4 },
      ),
    ]),
    ...table(
      others.map((each) => single(world, each)),
      { ...layout, indent: 2 },
    ),
  ];
};

const INDENT = 9;

const findingLines = (world: World, { level, thing, remedy }: Finding): string[] => {
  const mark = markFor(world);
  const room = Math.min(columnsOf(world), 80) - INDENT;
  const [first = '', ...rest] = wrapText(escapeText(thing), room);
  const more = [...rest, ...(remedy === null ? [] : wrapText(escapeText(remedy), room))];
  const styled = (line: string, index: number) => (index < rest.length ? line : mark('dim', line));
  return [
    `${mark(STYLES[level], level.padEnd(INDENT))}${first}`,
    ...more.map((line, index) => `${' '.repeat(INDENT)}${styled(line, index)}`),
  ];
};

const count = (findings: readonly Finding[], level: Level, word: string): string => {
  const number = findings.filter((each) => each.level === level).length;
  return `${number} ${word}${number === 1 ? '' : 's'}`;
};

/** The report as people read it: what is wrong comes first. */
export const reportText = (world: World, { version, findings, variables }: Report): string => {
  const mark = markFor(world);
  const ordered = LEVELS.flatMap((level) => findings.filter((each) => each.level === level));
  const summary = `${count(findings, 'problem', 'problem')}, ${count(findings, 'note', 'note')}`;
  const lines = [
    mark('bold', `AI Runner ${version}: ${summary}`),
    '',
    ...ordered.flatMap((each) => findingLines(world, each)),
    ...variableLines(world, variables),
  ];
  return `${lines.join('\n')}\n`;
};
