import type { Count, Scenario } from '../model.ts';
import type { Stage } from '../stage.ts';
import { canTrace, traced } from '../trace.ts';
import type { Group, Settings } from './group.ts';
import { inShell, kept, loop, material, SHELLS, type ShellName } from './shells.ts';

const ITERATIONS = 10_000;

/** What starts a process takes so much longer that fewer are enough. */
const SLOW_ITERATIONS = 200;

/** Programs that hook into prompts, and the words that print their hook. */
const PEERS: Readonly<Record<string, (shell: ShellName) => readonly [string, ...string[]]>> = {
  direnv: (shell) => ['direnv', 'hook', shell],
  zoxide: (shell) => ['zoxide', 'init', shell],
  mise: (shell) => ['mise', 'activate', shell],
};

const CASES: readonly (readonly [string, string, string, number])[] = [
  ['prompt', 'segment', 'our segment', ITERATIONS],
  ['substitution', 'substitution', '$(function), as kube-ps1 does', SLOW_ITERATIONS],
  ['cat', 'cat', '$(cat file)', SLOW_ITERATIONS],
];

type Env = Readonly<Record<string, string>>;

const own = (stage: Stage, shell: ShellName, env: Env): Scenario[] =>
  CASES.map(([id, name, title, iterations]) =>
    inShell(`${id}-${shell}`, `${title}, ${shell}`, loop(stage, shell, name, iterations), env),
  );

const peers = (stage: Stage, shell: ShellName, { has }: Settings): Scenario[] =>
  Object.entries(PEERS)
    .filter(([name]) => has(name))
    .map(([name, hook]) => {
      const env = { BENCH_HOOK: kept(stage, `hook-${name}.${shell}`, hook(shell)) };
      const argv = loop(stage, shell, 'peer', SLOW_ITERATIONS);
      return inShell(`${name}-${shell}`, `${name}'s hook, ${shell}`, argv, env);
    });

/** Processes that one more prompt starts. */
const forks = (stage: Stage, shell: ShellName, env: Env): Count => {
  const count = (iterations: number): number =>
    traced(stage, loop(stage, shell, 'segment', iterations), env).processes;
  return {
    id: `prompt-forks-${shell}`,
    title: `processes that ten prompts start, ${shell}`,
    value: count(10) - count(0),
  };
};

/** What a prompt costs, measured inside the shells. */
export const prompt: Group = {
  name: 'prompt',
  title: 'A prompt, inside the shell',
  prepare: (stage, settings) => {
    const each = SHELLS.map((shell) => ({ shell, env: material(stage, 'prompt', shell) }));
    return {
      scenarios: each.flatMap(({ shell, env }) => [
        ...own(stage, shell, env),
        ...peers(stage, shell, settings),
      ]),
      counts: canTrace ? each.map(({ shell, env }) => forks(stage, shell, env)) : [],
      skipped: Object.keys(PEERS)
        .filter((name) => !settings.has(name))
        .map((name) => `skipped: ${name} (not on PATH)`),
    };
  },
};
