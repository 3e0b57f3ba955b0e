import { existsSync } from 'node:fs';
import { useStage } from '../support/client-stage.ts';
import { expectClean, processesWith, until } from '../support/run-sandbox.ts';
import { useApiKey, userTexts } from '../support/run-stage.ts';
import { bash, SHELLS, type Shell } from '../support/shells.ts';
import type { Screen } from '../support/tmux.ts';
import { ask, leave, openTerminal, startClient } from '../support/tui.ts';

let screen: Screen;

// Before the stage is struck: the socket is there.
afterEach(() => screen.close());

const stage = useStage();

const KEY = 'own-key-of-twenty-and-more';

const open = async (shell: Shell): Promise<void> => {
  useApiKey(stage);
  screen = await openTerminal(stage, shell, { OWN_KEY: KEY }, KEY);
};

/** Runs a command in the shell and notes what it says. */
const note = async (command: string, name: string): Promise<string> => {
  const file = stage.box.file(name);
  screen.type(`clear; ${command} > ${file}.new; mv ${file}.new ${file}`);
  screen.press('Enter');
  await until(`the note ${name}`, () => existsSync(file));
  return stage.box.read(name);
};

const start = (): Promise<void> => startClient(screen, 'ai --apikey');

test.each(SHELLS)('$name: Claude Code draws, answers, ends, and the terminal is as before', async (shell) => {
  await open(shell);
  const before = await note('stty -g', 'before');
  await start();
  expect(stage.box.session()).toMatchObject({
    kind: 'run',
    provider: 'apikey',
    tty: expect.stringMatching(/^\/dev\/pts/),
  });
  await ask(screen, 'ping the server');
  await leave(screen);
  expect(await note('stty -g', 'after')).toBe(before);
  expect(stage.server.turns.flatMap(userTexts).join('\n')).toContain('ping the server');
  await expectClean(stage.box);
});

test('a resize, Ctrl-Z with fg, and Ctrl-C reach it', async () => {
  await open(bash);
  const before = await note('stty -g', 'before');
  await start();
  const { pid } = stage.box.session();
  screen.resize(70, 24);
  await screen.waitFor(/^─{70}$/m);
  screen.press('C-z');
  await screen.waitFor(/@(146|148)>$/m);
  expect(await note('jobs', 'jobs')).toMatch(/Stopped +ai --apikey|Stopped .*ai --apikey/);
  expect(stage.box.session().pid).toBe(pid);
  screen.type('clear; fg');
  screen.press('Enter');
  await screen.waitFor(/❯/);
  await ask(screen, 'ping after the pause');
  screen.press('C-c');
  await screen.waitFor(/Ctrl-C again to exit/);
  screen.press('C-c');
  await screen.waitFor(/@\d+>$/m);
  expect(await note('stty -g', 'after')).toBe(before);
  await expectClean(stage.box);
  expect(processesWith(stage.box.bin)).toEqual([]);
});
