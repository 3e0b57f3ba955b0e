import { displayedVariable } from '../secrets/displayed.ts';
import { escapeText } from '../sessions/escape.ts';
import { tilde } from '../text/shell.ts';
import { columnsOf, markFor, type Style } from '../text/style.ts';
import { type Cell, table } from '../text/table.ts';
import { wrapText } from '../text/wrap.ts';
import type { World } from '../world.ts';
import { type Finding, LEVELS, type Level } from './finding.ts';
import type { Steering } from './precedence.ts';

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

const variableRows = (world: World, { name, values }: Steering): Cell[][] =>
  values.map(({ where, path, value, wins }, index) => [
    index === 0 ? { text: name, style: 'bold' } : '',
    wins ? { text: '>', style: 'green' } : '',
    where,
    value === '' ? '(empty)' : value,
    path === null ? '' : { text: tilde(world, path), style: 'dim' },
  ]);

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
  const rows = variables.flatMap((each) => variableRows(world, each));
  const layout = { mark, columns: columnsOf(world), indent: 2 };
  const ordered = LEVELS.flatMap((level) => findings.filter((each) => each.level === level));
  const summary = `${count(findings, 'problem', 'problem')}, ${count(findings, 'note', 'note')}`;
  const lines = [
    mark('bold', `AI Runner ${version}: ${summary}`),
    '',
    ...ordered.flatMap((each) => findingLines(world, each)),
    ...(rows.length === 0
      ? []
      : [
          '',
          mark('bold', 'What steers the tools here (> is what Claude Code takes)'),
          ...table(rows, layout),
        ]),
  ];
  return `${lines.join('\n')}\n`;
};
