import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { sh } from './sh.ts';
import type { Shell, ShellId } from './shell.ts';
import { zsh } from './zsh.ts';

/** Every shell that `ai env` writes for. */
export const SHELLS: Readonly<Record<ShellId, Shell>> = { bash, zsh, fish, sh };
