import { arrivals, credentials, marked, shown } from './arrivals.ts';
import { ask, type CallerEnv, runInShell, session } from './client-shell.ts';
import { configure, type Stage } from './client-stage.ts';
import { FOREIGN_KEYS, foreignRouting } from './foreign.ts';
import { hostileSettings } from './hostile-settings.ts';
import { modelOf } from './loopback/exchange.ts';
import { environment } from './run.ts';
import type { Sandbox } from './sandbox.ts';
import type { Shell } from './shells.ts';
import type { Way } from './ways/way.ts';

/** The caller's environment: the credentials and the settings of every provider at once. */
export const callerEnv = ({ hostile }: Stage): CallerEnv => ({
  ...FOREIGN_KEYS,
  ...foreignRouting(hostile.url),
});

/** The words of other providers and of settings files that no request may hold. */
export const foreignWords = (stage: Stage): readonly string[] =>
  marked([callerEnv(stage), hostileSettings(stage.hostile.url)]);

/** A cloud's own variables: sessions elsewhere leave them to the user's other programs. */
const isCloudAccount = (name: string): boolean =>
  /^(AWS|AZURE|GOOGLE)_/.test(name) && !/^(AWS_BEARER|AZURE_OPENAI)_/.test(name);

/** The foreign words in the environment that a tool receives during the session. */
export const received = (box: Sandbox): string[] =>
  marked(Object.entries(environment(box, 'during')).filter(([name]) => !isCloudAccount(name)));

/** The variables that are not as they were before the session. */
export const changed = (box: Sandbox): string[] => {
  const [before, after] = [environment(box, 'before'), environment(box, 'after')];
  return Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
};

/** All that a test of one question in one session has to look at. */
export interface Answered {
  readonly status: number | null;
  readonly stdout: string;
  readonly arrived: readonly string[];
  readonly turns: readonly { readonly model: string; readonly credentials: object }[];
  /** What arrived where nothing may arrive. */
  readonly astray: readonly string[];
  readonly leaked: readonly string[];
  readonly received: readonly string[];
  readonly changed: readonly string[];
  readonly sessions: readonly string[];
}

/** Makes a way's configuration and files, and asks one question in a session of it. */
export const askInSession = async (
  stage: Stage,
  shell: Shell,
  client: string,
  way: Way,
): Promise<Answered> => {
  const { box, server, hostile } = stage;
  configure(stage, way.providers?.(server.url) ?? {});
  for (const [path, text] of Object.entries(way.files ?? {})) box.plant(path, text);
  const env = { ...callerEnv(stage), ...way.env?.(server.url) };
  const lines = session(shell, stage, way.flags, ask(shell, client));
  const { status, stdout } = await runInShell(shell, stage, lines, env);
  return {
    status,
    stdout,
    arrived: arrivals(server.requests),
    turns: server.turns.map((turn) => ({ model: modelOf(turn.body), credentials: credentials(turn) })),
    astray: arrivals(hostile.requests),
    leaked: shown([...server.requests, ...hostile.requests], foreignWords(stage)),
    received: received(box),
    changed: changed(box),
    sessions: box.sessions(),
  };
};

/** The same when all went as it must. */
export const answered = (way: Way): Answered => ({
  status: 0,
  stdout: 'on=0\nPONG\nclient=0\noff=0\n',
  arrived: way.requests,
  turns: [{ model: way.model ?? 'unknown', credentials: way.credentials }],
  astray: [],
  leaked: [],
  received: [],
  changed: [],
  sessions: [],
});
