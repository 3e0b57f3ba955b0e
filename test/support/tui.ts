import { realpathSync } from 'node:fs';
import type { CallerEnv } from './client-shell.ts';
import type { Stage } from './client-stage.ts';
import { claude } from './clients.ts';
import { installClient, runEnv } from './run-stage.ts';
import type { Shell } from './shells.ts';
import { openScreen, type Screen } from './tmux.ts';

/** Answers to the questions that Claude Code asks at its first start: theme, trust, and whose key it may use. */
const acquaint = ({ box }: Stage, key: string): void =>
  void box.plant(
    '.claude.json',
    JSON.stringify({
      hasCompletedOnboarding: true,
      theme: 'dark',
      customApiKeyResponses: { approved: [key.slice(-20)], rejected: [] },
      projects: { [realpathSync(box.work)]: { hasTrustDialogAccepted: true } },
    }),
  );

/**
 * A shell in a real terminal, with Claude Code on its PATH.
 * @param key the API key that the client may use without asking
 */
export const openTerminal = async (
  stage: Stage,
  shell: Shell,
  env: CallerEnv,
  key: string,
): Promise<Screen> => {
  const { box } = stage;
  acquaint(stage, key);
  installClient(stage, claude());
  box.plant(shell.startup, `${shell.prompt}\n`);
  box.plant('.local/share/fish/generated_completions/none.fish', '');
  const screen = openScreen(box, [shell.path, ...shell.interactive], {
    ...runEnv(stage, env),
    XDG_RUNTIME_DIR: box.root,
  });
  await screen.waitFor(/@0>$/m);
  return screen;
};

/** Starts the client by the command line given and waits for its input line. */
export const startClient = async (screen: Screen, line: string): Promise<void> => {
  screen.type(`clear; ${line}`);
  screen.press('Enter');
  await screen.waitFor(/❯/);
};

export const ask = async (screen: Screen, question: string): Promise<void> => {
  screen.type(question);
  await screen.waitFor(new RegExp(question));
  screen.press('Enter');
  await screen.waitFor(/PONG/);
};

export const leave = async (screen: Screen): Promise<void> => {
  screen.type('/exit');
  await screen.waitFor(/\/exit/);
  screen.press('Enter');
  await screen.waitFor(/@0>$/m);
};
