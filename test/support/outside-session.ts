import { arrivals, credentials, shown } from './arrivals.ts';
import { callerEnv, changed, foreignWords, received } from './client-session.ts';
import { ask, type CallerEnv, runInShell, session } from './client-shell.ts';
import type { Stage } from './client-stage.ts';
import { modelOf, type RecordedRequest } from './loopback/exchange.ts';
import type { PlayedHosts } from './played-hosts.ts';
import type { Shell } from './shells.ts';

/** The address, the model and the credentials of a turn. */
interface Turn {
  readonly address: string;
  readonly model: unknown;
  readonly credentials: object;
}

const seen = (turn: RecordedRequest): Turn => ({
  address: `${turn.headers.host}${turn.path}`,
  model: modelOf(turn.body),
  credentials: credentials(turn),
});

/** One question in a session that goes out to the net. */
export interface Outing {
  readonly shell: Shell;
  readonly client: string;
  readonly flags: string;
  readonly env?: CallerEnv;
}

/** Asks it where the net is played, and returns all that a test has to look at. */
export const askOutside = async (stage: Stage, net: PlayedHosts, { shell, client, flags, env }: Outing) => {
  const { box, server, hostile } = stage;
  const lines = session(shell, stage, flags, ask(shell, client));
  const { stdout } = await runInShell(shell, stage, lines, {
    ...callerEnv(stage),
    HTTPS_PROXY: net.proxy,
    NODE_EXTRA_CA_CERTS: box.plant('ca.pem', net.cert),
    ...env,
  });
  return {
    stdout,
    targets: [...new Set(net.targets)],
    turns: net.turns.map(seen),
    astray: arrivals([...server.requests, ...hostile.requests]),
    leaked: shown(net.requests, foreignWords(stage)),
    received: received(box),
    changed: changed(box),
  };
};

/** The same when all went as it must. */
export const answeredOutside = (hosts: readonly string[], turn: Turn) => ({
  stdout: 'on=0\nPONG\nclient=0\noff=0\n',
  targets: hosts.map((host) => `${host}:443`),
  turns: [turn],
  astray: [],
  leaked: [],
  received: [],
  changed: [],
});
