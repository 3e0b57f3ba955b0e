import { existsSync, realpathSync } from 'node:fs';
import { useStage } from '../support/client-stage.ts';
import { claude } from '../support/clients.ts';
import { expectClean, processesWith, until } from '../support/run-sandbox.ts';
import { installClient, runEnv, useApiKey, userTexts } from '../support/run-stage.ts';
import { bash, SHELLS, type Shell } from '../support/shells.ts';
import { openScreen, type Screen } from '../support/tmux.ts';

let screen: Screen;

// Before the stage is struck: the socket is there.
afterEach(() => screen.close());

const stage = useStage();

const KEY = 'own-key-of-twenty-and-more';

/** Answers to the questions that Claude Code asks at its first start: theme, trust, and whose key it may use. */
const acquaint = (): void =>
  void stage.box.plant(
    '.claude.json',
    JSON.stringify({
      hasCompletedOnboarding: true,
      theme: 'dark',
      customApiKeyResponses: { approved: [KEY.slice(-20)], rejected: [] },
      projects: { [realpathSync(stage.box.work)]: { hasTrustDialogAccepted: true } },
    }),
  );

const open = async (shell: Shell): Promise<void> => {
  const { box } = stage;
  useApiKey(stage);
  acquaint();
  installClient(stage, claude());
  box.plant(shell.startup, `${shell.prompt}\n`);
  box.plant('.local/share/fish/generated_completions/none.fish', '');
  screen = openScreen(box, [shell.path, ...shell.interactive], {
    ...runEnv(stage, { OWN_KEY: KEY }),
    XDG_RUNTIME_DIR: box.root,
  });
  await screen.waitFor(/@0>$/m);
};

/** Runs a command in the shell and notes what it says. */
const note = async (command: string, name: string): Promise<string> => {
  const file = stage.box.file(name);
  screen.type(`clear; ${command} > ${file}.new; mv ${file}.new ${file}`);
  screen.press('Enter');
  await until(`the note ${name}`, () => existsSync(file));
  return stage.box.read(name);
};

const start = async (): Promise<void> => {
  screen.type('clear; ai --apikey');
  screen.press('Enter');
  await screen.waitFor(/❯/);
};

const ask = async (question: string): Promise<void> => {
  screen.type(question);
  await screen.waitFor(new RegExp(question));
  screen.press('Enter');
  await screen.waitFor(/PONG/);
};

const leave = async (): Promise<void> => {
  screen.type('/exit');
  await screen.waitFor(/\/exit/);
  screen.press('Enter');
  await screen.waitFor(/@0>$/m);
};

test.each(SHELLS)('$name: Claude Code draws, answers, ends, and the terminal is as before', async (shell) => {
  await open(shell);
  const before = await note('stty -g', 'before');
  await start();
  expect(stage.box.session()).toMatchObject({
    kind: 'run',
    provider: 'apikey',
    tty: expect.stringMatching(/^\/dev\/pts/),
  });
  await ask('ping the server');
  await leave();
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
  await ask('ping after the pause');
  screen.press('C-c');
  await screen.waitFor(/Ctrl-C again to exit/);
  screen.press('C-c');
  await screen.waitFor(/@\d+>$/m);
  expect(await note('stty -g', 'after')).toBe(before);
  await expectClean(stage.box);
  expect(processesWith(stage.box.bin)).toEqual([]);
});
