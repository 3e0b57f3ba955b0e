import { figures } from './figures.ts';
import { judge, type Verdict } from './goals.ts';
import type { Measured, Report, Run } from './model.ts';
import { cells, HEADINGS, ratioText } from './text.ts';

/** A picture beside the page. */
export interface Plot {
  readonly file: string;
  readonly title: string;
}

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;

const markdownTable = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  `${row(headings)}${row(headings.map(() => '---'))}${rows.map(row).join('')}`;

const goalRow = ({ text, value, limit, met }: Verdict): string[] => [
  text,
  value === undefined ? 'not measured' : ratioText(value),
  ratioText(limit),
  met ? 'yes' : '**no**',
];

const goalsOf = (run: Run): string =>
  `### Goals\n\n${markdownTable(['goal', 'median', 'limit', 'met'], judge(run.groups).map(goalRow))}`;

const groupOf = (group: Measured): string => {
  const rows = figures(group).map(cells);
  const counts = group.counts.map(({ title, value }) => `- ${title}: ${value}\n`);
  const remarks = [...group.notes, ...group.skipped].map((line) => `- ${line}\n`);
  const parts = [rows.length > 0 ? markdownTable(HEADINGS, rows) : '', [...counts, ...remarks].join('')];
  return `### ${group.title}\n\n${parts.filter((part) => part !== '').join('\n')}`;
};

const runOf = (run: Run, plots: readonly Plot[]): string =>
  [
    `## Node.js ${run.node}\n`,
    ...plots.map(({ file, title }) => `![${title}](${file})\n`),
    goalsOf(run),
    ...run.groups.map(groupOf),
  ].join('\n');

/** RESULTS.md: what was measured, when and on what. The plots show the first run. */
export const markdown = ({ date, machine, rounds, runs }: Report, plots: readonly Plot[]): string =>
  [
    '# Results of the benchmark\n',
    `\`npm run bench -- --write\` wrote this on ${date.slice(0, 10)}, in ${rounds} rounds; medians, with the quartiles in`,
    'brackets. docs/performance.md says how to read them.\n',
    markdownTable(['machine', ''], Object.entries(machine)),
    ...runs.map((run, index) => runOf(run, index === 0 ? plots : [])),
  ].join('\n');
