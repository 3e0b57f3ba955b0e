import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import type { Count, Scenario } from '../model.ts';
import type { Stage } from '../stage.ts';
import { canTrace, traced } from '../trace.ts';
import type { Group } from './group.ts';
import { inShell, loop, material, SHELLS, type ShellName, script } from './shells.ts';

const ITERATIONS = 200;

/** For a shell that waits for a completion that does not come. */
const LIMIT_MS = 20_000;

interface Key {
  readonly shell: ShellName;
  readonly argv: (iterations: number) => string[];
  readonly env: Readonly<Record<string, string>>;
}

/** zsh completes only in its line editor, so there a key is pressed on a terminal. */
const keyOf = (stage: Stage, shell: ShellName): Key => ({
  shell,
  argv: (iterations) =>
    shell === 'zsh'
      ? script(stage, shell, 'complete', String(iterations))
      : loop(stage, shell, 'complete', iterations),
  env: material(stage, 'completion', shell),
});

const works = (stage: Stage, { argv, env }: Key): boolean => {
  const [program = '', ...words] = argv(1);
  const options = { env: { ...stage.env, ...env }, timeout: LIMIT_MS, stdio: 'ignore' } as const;
  return spawnSync(program, words, options).status === 0;
};

const scenario = ({ shell, argv, env }: Key): Scenario =>
  inShell(`complete-${shell}`, `a completion key behind "ai env --op", ${shell}`, argv(ITERATIONS), env);

const nodes = (stage: Stage, { shell, argv, env }: Key): Count => ({
  id: `complete-node-${shell}`,
  title: `starts of node for ten completion keys, ${shell}`,
  value: traced(stage, argv(10), env).programs.filter((path) => basename(path) === 'node').length,
});

/** A completion key for a flag. */
export const completion: Group = {
  name: 'completion',
  title: 'A completion key, inside the shell',
  prepare: (stage) => {
    const keys = SHELLS.map((shell) => keyOf(stage, shell));
    const working = keys.filter((key) => works(stage, key));
    return {
      scenarios: working.map(scenario),
      counts: canTrace ? working.map((key) => nodes(stage, key)) : [],
      skipped: keys
        .filter((key) => !working.includes(key))
        .map(({ shell }) => `not measured: \`ai init ${shell}\` completes no flags`),
    };
  },
};
