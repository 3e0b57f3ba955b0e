/** Ending of session files; whatever else lies in the folder is not ours to read. */
export const SUFFIX = '.info';

/** What a session file's name says: `{tool}-{provider}-{pid}-{timestamp}.info`. */
export interface NameFacts {
  readonly tool: string;
  /** May contain `-` itself; tools have none. */
  readonly provider: string;
  readonly pid: number | undefined;
  /** Seconds since the epoch. */
  readonly startedAt: number | undefined;
}

/** The largest pid that a 32-bit `pid_t` holds; kill(2) takes everything else for a group or for everybody. */
const LARGEST_PID = 0x7fff_ffff;

/** A process id that is safe to ask for; `undefined` for every other text. */
export const toPid = (text: string): number | undefined => {
  const pid = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return pid > 0 && pid <= LARGEST_PID ? pid : undefined;
};

/** Seconds since the epoch; eleven digits are enough until the year 5138 and stay within what a date can hold. */
export const toSeconds = (text: string): number | undefined =>
  /^\d{1,11}$/.test(text) ? Number(text) : undefined;

/** The id of the session: its file's name without the ending. */
export const idOf = (fileName: string): string =>
  fileName.endsWith(SUFFIX) ? fileName.slice(0, -SUFFIX.length) : fileName;

const SHAPE = /^([^-]+)-(.+)-(\d+)-(\d+)$/;

/** Reads a file name; `undefined` when it has another shape. */
export const readName = (fileName: string): NameFacts | undefined => {
  const match = SHAPE.exec(idOf(fileName));
  if (!match) return undefined;
  const [, tool = '', provider = '', pid = '', startedAt = ''] = match;
  return { tool, provider, pid: toPid(pid), startedAt: toSeconds(startedAt) };
};
