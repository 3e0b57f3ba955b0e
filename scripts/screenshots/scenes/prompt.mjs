// The prompt through a day of a shell: idle, a local model, AWS, a team, a session that was ended elsewhere, idle again.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const endElsewhere = (home) => {
  const folder = join(home, '.ai-runner/sessions');
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
};

const play = (shell) => async (stage) => {
  const terminal = await stage.open(shell, [76, 16]);
  await terminal.enter('ai use --ollama');
  await terminal.enter('ai use --aws --opus -q');
  await terminal.enter('ai use --apikey --sonnet --team -q');
  endElsewhere(stage.home);
  await terminal.enter(': the session was ended elsewhere');
  await terminal.enter('ai off');
  return terminal.screen();
};

/** One picture a shell. */
export const prompts = ['bash', 'zsh', 'fish'].map((shell) => ({
  name: `prompt-${shell}`,
  title: `The active provider in the prompt of ${shell}`,
  play: play(shell),
}));
