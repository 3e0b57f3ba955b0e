import { arrivals, credentials, shown } from '../support/arrivals.ts';
import { foreignWords } from '../support/client-session.ts';
import { useStage } from '../support/client-stage.ts';
import { modelOf } from '../support/loopback/exchange.ts';
import { expectClean } from '../support/run-sandbox.ts';
import { plantHostile, prepareWay, userTexts } from '../support/run-stage.ts';
import { bash } from '../support/shells.ts';
import type { Screen } from '../support/tmux.ts';
import { ask, leave, openTerminal, startClient } from '../support/tui.ts';
import { wayNamed } from '../support/ways/index.ts';

let screen: Screen;

// Before the stage is struck: the socket is there.
afterEach(() => screen.close());

const stage = useStage();

const QUESTION = 'ping from the terminal';

/** One way into each provider that a terminal has not been tried with. */
const WAYS = [
  'aws with a Bedrock key',
  'vertex through a gateway that adds the credential',
  'azure with a key',
  'vercel',
  'ollama with what is installed',
  'lmstudio with what is loaded',
  'a configured provider with its token from a command',
];

/** The turn with our question; the client may ask for a title besides. */
const turnOf = (question: string) =>
  stage.server.turns.find((turn) => userTexts(turn).some((text) => text.includes(question)));

test.each(WAYS)('%s: the client in the terminal asks the right server with the right key', async (name) => {
  const way = wayNamed(name);
  plantHostile(stage);
  screen = await openTerminal(stage, bash, prepareWay(stage, way), 'no-key-of-ours-is-used');
  await startClient(screen, `ai ${way.flags}`);
  await ask(screen, QUESTION);
  await leave(screen);
  const turn = turnOf(QUESTION);
  expect(turn && { model: modelOf(turn.body), credentials: credentials(turn) }).toEqual({
    model: way.model ?? 'unknown',
    credentials: way.credentials,
  });
  expect(arrivals(stage.hostile.requests)).toEqual([]);
  expect(shown([...stage.server.requests, ...stage.hostile.requests], foreignWords(stage))).toEqual([]);
  await expectClean(stage.box);
});
