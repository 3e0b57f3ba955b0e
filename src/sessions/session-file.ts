import { idOf, type NameFacts, readName, toPid, toSeconds } from './file-name.ts';
import { type Lines, readLines } from './key-value.ts';
import type { Session, SessionKind } from './session.ts';

/** A session as its file has it, with what readers of the listing need not know. */
export interface RecordedSession extends Session {
  /** Programs of the provider have to run when the session ends (`cleanup=1`). */
  readonly cleanup: boolean;
}

/** What a session file says. */
export interface ParsedFile {
  /** Absent when no process id can be had from the file or its name, or when nothing in it is ours. */
  readonly session?: RecordedSession;
  /** No line has been completed yet: its shell is about to write it. */
  readonly unfinished: boolean;
  /** What is wrong with the file, for one warning. */
  readonly problems: readonly string[];
}

const KINDS: readonly string[] = ['shell', 'run', 'script'] satisfies readonly SessionKind[];
const isKind = (text: string | undefined): text is SessionKind => text !== undefined && KINDS.includes(text);

const TRUE = new Set(['1', 'true', 'yes', 'on', 'enabled']);
const isTrue = (text: string | undefined): boolean => text !== undefined && TRUE.has(text.toLowerCase());

/** Reads a value that has a form of its own; one that lacks it is a problem and counts as absent. */
const checked = <T>(lines: Lines, key: string, read: (text: string) => T | undefined, problems: string[]) => {
  const text = lines.values.get(key);
  if (text === undefined || text === '') return undefined;
  const value = read(text);
  if (value === undefined) problems.push(`its ${key} makes no sense`);
  return value;
};

const toTicks = (text: string): string | undefined => (/^\d{1,20}$/.test(text) ? text : undefined);

const sessionOf = (lines: Lines, fileName: string, name: NameFacts | undefined, problems: string[]) => {
  const text = (key: string): string | undefined => lines.values.get(key) || undefined;
  const pid = checked(lines, 'pid', toPid, problems) ?? name?.pid;
  const startedAt = checked(lines, 'started_at', toSeconds, problems) ?? name?.startedAt;
  const startTime = checked(lines, 'start_time', toTicks, problems);
  const kind = text('kind');
  if (pid === undefined) return undefined;
  if (name?.pid !== undefined && name.pid !== pid) problems.push('its pid is not the one in its name');
  return {
    id: idOf(fileName),
    tool: text('tool') ?? name?.tool ?? '',
    provider: text('provider') ?? name?.provider ?? '',
    providerName: text('provider_name'),
    auth: text('auth'),
    payer: text('payer'),
    model: text('model'),
    smallModel: text('small_model'),
    region: text('region'),
    project: text('project'),
    teams: isTrue(text('teams')),
    pid,
    startedAt,
    startTime,
    kind: isKind(kind) ? kind : undefined,
    shell: text('shell'),
    cwd: text('cwd'),
    tty: text('tty'),
    cleanup: isTrue(text('cleanup')),
  };
};

/** Characters; more than this without a newline is no beginning of a session file any more. */
const LONGEST_BEGINNING = 4096;

/**
 * Reads a session file: `key=value` a line, everything after the first `=` being the value. Unknown keys are left
 * to later versions, the last of several equal keys counts, an empty value is an absent one. What the text lacks of
 * pid, tool, provider and start is taken from the name; the id always is. Nothing in the file is ever interpreted.
 *
 * @param fileName - without its folder
 */
export const parse = (text: string, fileName: string): ParsedFile => {
  if (text.includes('\0')) return { unfinished: false, problems: ['it is binary'] };
  const lines = readLines(text);
  if (lines.complete === 0 && text.length < LONGEST_BEGINNING) return { unfinished: true, problems: [] };
  if (lines.values.size === 0)
    return { unfinished: false, problems: ['it has no line of the form key=value'] };

  const problems = lines.bad > 0 ? [`${lines.bad} of its lines are not key=value`] : [];
  const session = sessionOf(lines, fileName, readName(fileName), problems);
  if (!session) return { unfinished: false, problems: [...problems, 'it names no process'] };
  return { session, unfinished: false, problems };
};

/** A value on one line: control characters, which no value of ours needs, become `?`. */
const oneLine = (value: string): string => value.replace(/[\x00-\x1f\x7f-\x9f]/g, '?');

/** The text of a session's file, one `key=value` line for each field that it has; {@link parse} reads it back. */
export const format = (session: Session & { readonly cleanup?: boolean }): string => {
  const values: readonly (readonly [string, string | number | undefined])[] = [
    ['id', session.id],
    ['tool', session.tool],
    ['provider', session.provider],
    ['provider_name', session.providerName],
    ['auth', session.auth],
    ['payer', session.payer],
    ['model', session.model],
    ['small_model', session.smallModel],
    ['region', session.region],
    ['project', session.project],
    ['teams', session.teams ? 1 : undefined],
    ['pid', session.pid],
    ['started_at', session.startedAt],
    ['start_time', session.startTime],
    ['kind', session.kind],
    ['shell', session.shell],
    ['cwd', session.cwd],
    ['tty', session.tty],
    ['cleanup', session.cleanup ? 1 : undefined],
  ];
  return values
    .map(([key, value]) => (value === undefined ? '' : `${key}=${oneLine(`${value}`)}\n`))
    .join('');
};
