import { bash } from './bash.ts';
import { fish } from './fish.ts';
import type { ShellFiles, Spec } from './spec.ts';
import { zsh } from './zsh.ts';

/** One shell's completion: its file below `completions/`, and the text. */
export interface Completion {
  readonly file: string;
  text(spec: Spec, files: ShellFiles): string;
}

/** The names that shells look for: bash-completion and fish by the command, zsh by the function. */
export const COMPLETIONS: Readonly<Record<string, Completion>> = {
  bash: { file: 'ai.bash', text: bash },
  zsh: { file: '_ai', text: zsh },
  fish: { file: 'ai.fish', text: fish },
};
