/** Ending of session files; whatever else lies in the folder is not ours to read. */
export const SUFFIX = '.info';

/** A session file's name and what it says: `{tool}-{provider}-{pid}-{timestamp}.info`, or nothing in another form. */
export interface FileName {
  readonly name: string;
  /** The id of the session: the name without the ending. */
  readonly id: string;
  readonly tool: string | undefined;
  /** May contain `-` itself; tools have none. */
  readonly provider: string | undefined;
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

const SHAPE = /^([^-]+)-(.+)-(\d+)-(\d+)$/;

/** Reads a file name. @param name - without its folder */
export const readName = (name: string): FileName => {
  const id = name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : name;
  const [, tool, provider, pid = '', startedAt = ''] = SHAPE.exec(id) ?? [];
  return { name, id, tool, provider, pid: toPid(pid), startedAt: toSeconds(startedAt) };
};
