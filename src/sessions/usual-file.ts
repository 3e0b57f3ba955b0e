import { idOf } from './file-name.ts';
import type { Session, SessionKind } from './session.ts';
import type { RecordedSession } from './session-file.ts';

/** Text that neither ends a line nor makes a file binary. */
const TEXT = '[^\\0\\r\\n]+';

type Line = readonly [key: string, value: string, optional?: 'optional'];

/** What a session was started with, in the order of the writers, which leave out what a session does not have. */
const SETUP_LINES: readonly Line[] = [
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
];

/** What follows on the start of the session. */
const PLACE_LINES: readonly Line[] = [
  ['shell', TEXT, 'optional'],
  ['cwd', TEXT, 'optional'],
  ['tty', TEXT, 'optional'],
  ['cleanup', '1', 'optional'],
];

/** What prompts show of the session, which is nothing to a listing: `prompt`, `prompt_gone`, `prompt_color`, … */
const PROMPT_LINES = '(?:prompt(?:_[a-z]+)*=[^\\0\\r\\n]*\\n)*';

const linesOf = (lines: readonly Line[]): string =>
  lines
    .map(([key, value, optional]) => (optional ? `(?:${key}=(${value})\\n)?` : `${key}=(${value})\\n`))
    .join('');

/** The id ends in the pid and the start, which have lines of their own. */
const WHOLE = new RegExp(
  `^id=(${TEXT}-(\\d{1,9})-(\\d{1,11}))\\npid=\\2\\n(?:start_time=(\\d{1,20})\\n)?` +
    `((?:${TEXT}\\n)+?)started_at=\\3\\n${linesOf(PLACE_LINES)}${PROMPT_LINES}kind=(shell|run|script)\\n$`,
);

const SETUP = new RegExp(`^${linesOf(SETUP_LINES)}$`);

type Setup = Pick<
  Session,
  | 'tool'
  | 'provider'
  | 'providerName'
  | 'auth'
  | 'payer'
  | 'model'
  | 'smallModel'
  | 'region'
  | 'project'
  | 'teams'
>;

const readSetup = (text: string): Setup | undefined => {
  const line = SETUP.exec(text);
  if (line === null) return undefined;
  return {
    tool: line[1] ?? '',
    provider: line[2] ?? '',
    providerName: line[3],
    auth: line[4],
    payer: line[5],
    model: line[6],
    smallModel: line[7],
    region: line[8],
    project: line[9],
    teams: line[10] !== undefined,
  };
};

/** Most sessions were started as others were: the lines of the last few ways are not read again. */
const known: { readonly text: string; readonly setup: Setup }[] = [];
const MOST_KNOWN = 8;

const setupOf = (text: string): Setup | undefined => {
  // Equal texts are found sooner than the hash that a Map would need.
  for (const each of known) if (each.text === text) return each.setup;
  const setup = readSetup(text);
  if (known.length >= MOST_KNOWN) known.shift();
  if (setup) known.push({ text, setup });
  return setup;
};

/**
 * Reads a session file that is just as its writers leave it, under a name that says the same: nearly every file, in a
 * fraction of the time that a careful reading takes. Whatever deviates is for `parse`.
 *
 * @param name - the file's name without its folder
 */
export const readUsual = (text: string, name: string): RecordedSession | undefined => {
  const line = WHOLE.exec(text);
  const id = idOf(name);
  if (line === null || line[1] !== id) return undefined;
  const pid = Number(line[2]);
  const setup = setupOf(line[5] ?? '');
  if (pid === 0 || !setup) return undefined;
  return {
    id,
    tool: setup.tool,
    provider: setup.provider,
    providerName: setup.providerName,
    auth: setup.auth,
    payer: setup.payer,
    model: setup.model,
    smallModel: setup.smallModel,
    region: setup.region,
    project: setup.project,
    teams: setup.teams,
    pid,
    startedAt: Number(line[3]),
    startTime: line[4],
    kind: line[10] as SessionKind | undefined,
    shell: line[6],
    cwd: line[7],
    tty: line[8],
    cleanup: line[9] !== undefined,
  };
};
