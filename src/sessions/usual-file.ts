import { SUFFIX } from './file-name.ts';
import type { SessionKind } from './session.ts';
import type { RecordedSession } from './session-file.ts';

/** Text that neither ends a line nor makes a file binary. */
const TEXT = '[^\\0\\r\\n]+';

/** The keys of a session file in the order of its writers, which leave out what a session does not have. */
const LINES: readonly (readonly [key: string, value: string, optional?: 'optional'])[] = [
  ['pid', '\\d{1,9}'],
  ['start_time', '\\d{1,20}', 'optional'],
  ['tool', TEXT],
  ['provider', TEXT],
  ['provider_name', TEXT, 'optional'],
  ['auth', TEXT, 'optional'],
  ['payer', TEXT, 'optional'],
  ['model', TEXT, 'optional'],
  ['small_model', TEXT, 'optional'],
  ['region', TEXT, 'optional'],
  ['project', TEXT, 'optional'],
  ['teams', '1', 'optional'],
  ['started_at', '\\d{1,11}'],
  ['kind', 'shell|run|script', 'optional'],
  ['shell', TEXT, 'optional'],
  ['cwd', TEXT, 'optional'],
  ['tty', TEXT, 'optional'],
  ['cleanup', '1', 'optional'],
];

/** What prompts show of the session, which is nothing to a listing: `prompt`, `prompt_gone`, `prompt_color`, … */
const PROMPT_LINES = '(?:prompt(?:_[a-z]+)*=[^\\0\\r\\n]*\\n)*';

const WHOLE = new RegExp(
  `^id=${TEXT}\\n${LINES.map(([key, value, optional]) =>
    optional ? `(?:${key}=(${value})\\n)?` : `${key}=(${value})\\n`,
  ).join('')}${PROMPT_LINES}$`,
);

/**
 * Reads a session file that is just as its writers leave it, under a name that says the same: nearly every file, in a
 * fraction of the time that a careful reading takes. Whatever deviates is for `parse`.
 *
 * @param name - the file's name without its folder
 */
export const readUsual = (text: string, name: string): RecordedSession | undefined => {
  const line = WHOLE.exec(text);
  if (line === null || !name.endsWith(`-${line[1]}-${line[13]}${SUFFIX}`)) return undefined;
  const pid = Number(line[1]);
  if (pid === 0) return undefined;
  return {
    id: name.slice(0, -SUFFIX.length),
    tool: line[3] ?? '',
    provider: line[4] ?? '',
    providerName: line[5],
    auth: line[6],
    payer: line[7],
    model: line[8],
    smallModel: line[9],
    region: line[10],
    project: line[11],
    teams: line[12] !== undefined,
    pid,
    startedAt: Number(line[13]),
    startTime: line[2],
    kind: line[14] as SessionKind | undefined,
    shell: line[15],
    cwd: line[16],
    tty: line[17],
    cleanup: line[18] !== undefined,
  };
};
