import { plantSettings, useStage } from '../support/client-stage.ts';
import { runProgram } from '../support/run.ts';
import { expectClean } from '../support/run-sandbox.ts';
import { useApiKey } from '../support/run-stage.ts';
import { bash } from '../support/shells.ts';
import type { Screen } from '../support/tmux.ts';
import { ask, leave, openTerminal, startClient } from '../support/tui.ts';

const KEY = 'own-key-of-twenty-and-more';

let screen: Screen;

// Before the stage is struck: the socket is there.
afterEach(() => screen.close());

const stage = useStage();

test('Claude Code shows the status line of what is printed to paste, and of the session it runs in', async () => {
  const settings = runProgram(stage.box, ['ai', 'statusline', '--print-settings']);
  plantSettings(stage, JSON.parse(settings.stdout) as object);
  useApiKey(stage, { title: 'Gateway at work' });
  screen = await openTerminal(stage, bash, { OWN_KEY: KEY }, KEY);
  await startClient(screen, 'ai --apikey');
  await screen.waitFor(/Gateway at work · api · .+/);
  await ask(screen, 'ping the server');
  await screen.waitFor(/Gateway at work · api · .+ · \d+% context · ~\$\d+\.\d\d/);
  await leave(screen);
  await expectClean(stage.box);
});
