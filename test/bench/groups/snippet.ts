import type { Scenario } from '../model.ts';
import type { Stage } from '../stage.ts';
import type { Group } from './group.ts';
import { inShell, material, SHELLS, type ShellName, script } from './shells.ts';

const ITERATIONS = 100;

const startAndEnd = (stage: Stage, shell: ShellName): Scenario => {
  const argv = script(stage, shell, 'session', String(ITERATIONS));
  return {
    ...inShell(`session-${shell}`, '', argv, material(stage, 'snippet', shell)),
    yields: {
      eval: { id: `eval-${shell}`, title: `eval of the snippet, ${shell}` },
      off: { id: `off-${shell}`, title: `ai_off, ${shell}` },
    },
  };
};

/** Starting and ending a session in a shell that has the text already. */
export const snippet: Group = {
  name: 'snippet',
  title: 'The snippet, inside the shell',
  prepare: (stage) => ({ scenarios: SHELLS.map((shell) => startAndEnd(stage, shell)) }),
};
