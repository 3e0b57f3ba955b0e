import { type FileName, readName, toPid, toSeconds } from './file-name.ts';
import { readLines } from './key-value.ts';
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
  /** Its shell is about to write it, or in the middle of that: then there may be the session of the lines so far. */
  readonly unfinished: boolean;
  /** What is wrong with the file, for one warning. */
  readonly problems: readonly string[];
}

const KINDS: readonly string[] = ['shell', 'run', 'script'] satisfies readonly SessionKind[];
const isKind = (text: string): text is SessionKind => KINDS.includes(text);

const TRUE = new Set(['1', 'true', 'yes', 'on', 'enabled']);
const isTrue = (text: string): boolean => text !== '' && TRUE.has(text.toLowerCase());

const NOTHING = {
  tool: '',
  provider: '',
  provider_name: '',
  auth: '',
  payer: '',
  model: '',
  small_model: '',
  region: '',
  project: '',
  teams: '',
  pid: '',
  started_at: '',
  start_time: '',
  kind: '',
  shell: '',
  cwd: '',
  tty: '',
  cleanup: '',
};

const toTicks = (text: string): string | undefined => (/^\d{1,20}$/.test(text) ? text : undefined);

const sessionOf = (
  values: typeof NOTHING,
  name: FileName,
  problems: string[],
): RecordedSession | undefined => {
  /** A value that has a form of its own; one that lacks it is a problem and counts as absent. */
  const checked = <T>(key: keyof typeof NOTHING, read: (text: string) => T | undefined): T | undefined => {
    const text = values[key];
    const value = text === '' ? undefined : read(text);
    if (text !== '' && value === undefined) problems.push(`its ${key} makes no sense`);
    return value;
  };
  const pid = checked('pid', toPid) ?? name.pid;
  const startedAt = checked('started_at', toSeconds) ?? name.startedAt;
  const startTime = checked('start_time', toTicks);
  if (pid === undefined) return undefined;
  if (name.pid !== undefined && name.pid !== pid) problems.push('its pid is not the one in its name');
  return {
    id: name.id,
    tool: values.tool || name.tool || '',
    provider: values.provider || name.provider || '',
    providerName: values.provider_name || undefined,
    auth: values.auth || undefined,
    payer: values.payer || undefined,
    model: values.model || undefined,
    smallModel: values.small_model || undefined,
    region: values.region || undefined,
    project: values.project || undefined,
    teams: isTrue(values.teams),
    pid,
    startedAt,
    startTime,
    kind: isKind(values.kind) ? values.kind : undefined,
    shell: values.shell || undefined,
    cwd: values.cwd || undefined,
    tty: values.tty || undefined,
    cleanup: isTrue(values.cleanup),
  };
};

/** Characters; more than this without a newline is no beginning of a session file any more. */
const LONGEST_BEGINNING = 4096;

/** How a shell goes on behind the id. */
const BEGINNING = /^(?:$|pid=.*\n(?:$|start_time=))/;

/** bash has no other way than to write line by line: `kind` comes last, so that readers know what is not yet whole. */
const isBegun = (text: string, id: string): boolean =>
  text.startsWith(`id=${id}\n`) && BEGINNING.test(text.slice(id.length + 4)) && !/\nkind=.*\n/.test(text);

/**
 * Reads a session file: `key=value` a line, everything after the first `=` being the value. Unknown keys are left
 * to later versions, the last of several equal keys counts, an empty value is an absent one. What the text lacks of
 * pid, tool, provider and start is taken from the name; the id always is. Nothing in the file is ever interpreted.
 *
 * @param name - the file's name without its folder, or what was read from it
 */
export const parse = (text: string, name: string | FileName): ParsedFile => {
  const said = typeof name === 'string' ? readName(name) : name;
  if (text.includes('\0')) return { unfinished: false, problems: ['it is binary'] };
  const lines = readLines(text, NOTHING);
  if (lines.complete === 0 && text.length < LONGEST_BEGINNING) return { unfinished: true, problems: [] };
  if (lines.pairs === 0) return { unfinished: false, problems: ['it has no line of the form key=value'] };

  const problems = lines.bad > 0 ? [`${lines.bad} of its lines are not key=value`] : [];
  const session = sessionOf(lines.values, said, problems);
  if (!session) return { unfinished: false, problems: [...problems, 'it names no process'] };
  return { session, unfinished: isBegun(text, said.id), problems };
};

/** Values of one line each: control characters, which no value of ours needs, become `?`. */
const oneLine = (values: readonly string[]): readonly string[] =>
  /[\x00-\x1f\x7f-\x9f]/.test(values.join(''))
    ? values.map((value) => value.replace(/[\x00-\x1f\x7f-\x9f]/g, '?'))
    : values;

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
    ['shell', session.shell],
    ['cwd', session.cwd],
    ['tty', session.tty],
    ['cleanup', session.cleanup ? 1 : undefined],
    ['kind', session.kind],
  ];
  const known = values.filter(([, value]) => value !== undefined);
  return oneLine(known.map(([key, value]) => `${key}=${value}`))
    .map((line) => `${line}\n`)
    .join('');
};
