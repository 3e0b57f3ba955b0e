import { dotted } from '../config/problem.ts';
import { mask } from '../secrets/mask.ts';
import { escapeText } from '../text/escape.ts';
import { prettyJson } from '../text/json.ts';
import type { Change, SecretFiles } from './changes.ts';
import type { Skipped } from './entries.ts';

/** What an import does, or would do. */
export interface Report {
  readonly files: readonly string[];
  /** The configuration's name. */
  readonly config: string;
  readonly dryRun: boolean;
  readonly changes: readonly Change[];
  readonly skipped: readonly Skipped[];
  /** Files with secrets that other users can read. */
  readonly open: readonly string[];
}

/** More lines help nobody. */
const MOST_SKIPPED = 30;

const SIGNS: Readonly<Record<Change['kind'], string>> = { added: '+', replaced: '~', same: '=', kept: '!' };

/** Secrets by their file, and by their end. */
const valueOfChange = ({ entry }: Change, files: SecretFiles): string =>
  entry.secret
    ? `{file: ${files.reference(entry.variable)}} (${mask(String(entry.value))})`
    : String(entry.value);

const changeLine = (change: Change, files: SecretFiles): string => {
  const { kind, why, entry } = change;
  const line = `  ${SIGNS[kind]} ${dotted(entry.path)}: ${valueOfChange(change, files)}`;
  return kind === 'kept' ? `${line} not taken: ${why}` : line;
};

const skippedLine = ({ from, variable, reason }: Skipped): string =>
  `  ${from}${variable === undefined ? '' : ` ${variable}`}: ${reason}`;

const skippedLines = (skipped: readonly Skipped[]): string[] => {
  if (skipped.length === 0) return [];
  const more = skipped.length - MOST_SKIPPED;
  return [
    'Not taken:',
    ...skipped.slice(0, MOST_SKIPPED).map(skippedLine),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
};

const headline = ({ changes, dryRun, files, config }: Report): string => {
  const count = changes.filter(({ kind }) => kind === 'added' || kind === 'replaced').length;
  const keys = `${count} ${count === 1 ? 'key' : 'keys'}`;
  return `${files.join(', ')} -> ${config}: ${keys} ${dryRun ? 'would be written' : 'written'}`;
};

/** The report for people: `+` new, `~` replaced, `=` so already, `!` the configuration's own value stays. */
export const reportAsText = (report: Report, files: SecretFiles): string =>
  [
    headline(report),
    ...report.changes.map((change) => changeLine(change, files)),
    ...skippedLines(report.skipped),
  ]
    .map((line) => `${escapeText(line)}\n`)
    .join('');

/** The report for programs, secrets masked. */
export const reportAsJson = (report: Report, files: SecretFiles): string => {
  const changes = report.changes.map((change) => ({
    key: dotted(change.entry.path),
    result: change.kind,
    value: change.entry.secret ? { file: files.reference(change.entry.variable) } : change.entry.value,
    variable: change.entry.variable,
    from: change.entry.from,
    ...(change.why !== undefined && { reason: change.why }),
  }));
  return prettyJson({ ...report, changes });
};
