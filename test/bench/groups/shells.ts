import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario } from '../model.ts';
import type { Stage } from '../stage.ts';

export type ShellName = 'bash' | 'zsh' | 'fish';

/** Words that start each shell without its start-up files. */
const START: Readonly<Record<ShellName, readonly string[]>> = {
  bash: ['bash', '--noprofile', '--norc'],
  zsh: ['zsh', '-f'],
  fish: ['fish', '--no-config'],
};

export const SHELLS = Object.keys(START) as ShellName[];

/** What takes long is measured in as many rounds, each of which has many iterations. */
const IN_SHELL_ROUNDS = 15;

/** Runs a program and keeps its stdout in a file, whose path is returned. @throws Error when it fails */
export const kept = (stage: Stage, name: string, argv: readonly [string, ...string[]]): string => {
  const [program, ...words] = argv;
  const { status, stdout, stderr } = spawnSync(program, words, { env: stage.env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${argv.join(' ')}: status ${status}: ${stderr}`);
  const path = join(stage.root, name);
  writeFileSync(path, stdout, { mode: 0o600 });
  return path;
};

/** The text of `ai init`, the text of `ai env`, and a file of one line, as the shell scripts ask for them. */
export const material = (stage: Stage, group: string, shell: ShellName): Record<string, string> => {
  const ai = join(stage.bin, 'ai');
  const init = [ai, 'init', shell, '--prompt'] as const;
  const snippet = [ai, 'env', '--aws', '--opus', '--shell', shell] as const;
  return {
    BENCH_INIT: kept(stage, `${group}-init.${shell}`, init),
    BENCH_SNIPPET: kept(stage, `${group}-snippet.${shell}`, snippet),
    BENCH_FILE: kept(stage, `${group}-file.${shell}`, ['/bin/echo', 'aws']),
  };
};

/** A script of the shell's own kind in `shells/`, started with words behind its path. */
export const script = (stage: Stage, shell: ShellName, name: string, ...words: string[]): string[] => [
  ...START[shell],
  join(stage.shells, shell, `${name}.${shell}`),
  ...words,
];

/** The words that run `bench_case` of a file so many times. */
export const loop = (stage: Stage, shell: ShellName, name: string, iterations: number): string[] =>
  script(stage, shell, 'loop', String(iterations), join(stage.shells, shell, `${name}.${shell}`));

/** A script that measures itself and reports one case. */
export const inShell = (
  id: string,
  title: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
): Scenario => ({
  id,
  title,
  argv,
  env,
  mode: 'in-shell',
  yields: { case: { id, title } },
  maxRounds: IN_SHELL_ROUNDS,
});
