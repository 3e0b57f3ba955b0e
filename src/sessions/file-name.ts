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

/** The id of a file's session. @param name - without its folder */
export const idOf = (name: string): string => (name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : name);

/** Reads a file name. @param name - without its folder */
export const readName = (name: string): FileName => {
  const id = idOf(name);
  const [, tool, provider, pid = '', startedAt = ''] = SHAPE.exec(id) ?? [];
  return { name, id, tool, provider, pid: toPid(pid), startedAt: toSeconds(startedAt) };
};

/** The start that a name ends in, seconds since the epoch; 0 where it has none below `limit`. */
const startOf = (name: string, limit: number): number => {
  const seconds = Number(name.slice(name.lastIndexOf('-') + 1, -SUFFIX.length));
  return Number.isInteger(seconds) && seconds >= 0 && seconds < limit ? seconds : 0;
};

/**
 * The names of session files in order, oldest first as far as the names tell, those of one second by the alphabet, `size` of
 * them at a time. Start and position share one number, exact up to 2^53: ten thousand numbers are sorted long before as
 * many objects.
 */
export function* inOrder(names: string[], size: number): Generator<readonly string[], void> {
  names.sort();
  const count = names.length;
  const limit = Math.floor(Number.MAX_SAFE_INTEGER / count) - 1;
  const keys = new Float64Array(count);
  for (let index = 0; index < count; index++)
    keys[index] = startOf(names[index] ?? '', limit) * count + index;
  keys.sort();
  for (let start = 0; start < count; start += size) {
    const batch: string[] = [];
    for (const key of keys.subarray(start, start + size)) batch.push(names[key % count] ?? '');
    yield batch;
  }
}
