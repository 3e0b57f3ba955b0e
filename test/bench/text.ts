import { type Figure, figures } from './figures.ts';
import type { Verdict } from './goals.ts';
import type { Measured } from './model.ts';
import type { Spread } from './statistics.ts';

/** A length of time with three significant digits. @param us - microseconds */
export const duration = (us: number): string => {
  if (us >= 1_000_000) return `${(us / 1_000_000).toPrecision(3)} s`;
  return us >= 1_000 ? `${(us / 1_000).toPrecision(3)} ms` : `${us.toPrecision(3)} µs`;
};

/** A ratio with as many digits as mean something. */
export const ratioText = (value: number): string => {
  if (value === 0) return '0';
  return value >= 0.1 ? value.toFixed(2) : value.toPrecision(2);
};

/** A median with the quartiles, e.g. `1.24 (1.20–1.31)`. */
export const spreadText = ({ q1, median, q3 }: Spread): string =>
  `${ratioText(median)} (${ratioText(q1)}–${ratioText(q3)})`;

export const HEADINGS = ['name', 'what', 'wall', 'to node -e 0', 'CPU', 'MiB', 'n'] as const;

/** The cells of a figure, one for each heading. */
export const cells = ({ id, title, wallUs, wall, cpu, rssMiB }: Figure): string[] => [
  id,
  title,
  duration(wallUs.median),
  spreadText(wall),
  cpu ? spreadText(cpu) : '',
  rssMiB ? rssMiB.median.toFixed(0) : '',
  String(wall.n),
];

/** Lays out rows in columns; what is a number is on the right. */
export const table = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
};

/** A group with its figures, counts, and what could not be measured. */
export const groupText = (group: Measured): string => {
  const rows = figures(group).map(cells);
  const counts = group.counts.map(({ id, title, value }) => `${id}: ${value} ${title}\n`).join('');
  const remarks = [...group.notes, ...group.skipped].map((line) => `${line}\n`).join('');
  return `\n${group.title}\n${rows.length > 0 ? table([HEADINGS, ...rows]) : ''}${counts}${remarks}`;
};

const valueText = ({ value }: Verdict): string => (value === undefined ? 'not measured' : ratioText(value));

/** The goals and how they were met. */
export const verdictText = (verdicts: readonly Verdict[]): string => {
  const rows = verdicts.map((verdict) => [
    verdict.met ? 'met' : 'MISSED',
    verdict.text,
    valueText(verdict),
    `limit ${ratioText(verdict.limit)}`,
  ]);
  return `\nGoals (medians)\n${table(rows)}`;
};

/** A line for each goal that was missed. */
export const missed = (verdicts: readonly Verdict[]): string[] =>
  verdicts
    .filter(({ met }) => !met)
    .map((verdict) => `${verdict.text}: ${valueText(verdict)}, limit ${ratioText(verdict.limit)}`);
