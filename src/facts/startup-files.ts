import { join } from 'node:path';
import type { ShellId } from '../shells/shell.ts';
import type { World } from '../world.ts';
import { readSmall } from './small-file.ts';

const BASH = ['.bashrc', '.bash_profile', '.bash_login', '.profile'];
const ZSH = ['.zshrc', '.zprofile', '.zshenv', '.zlogin'];

/** `ai init` in a line that is no comment, or a plugin manager that names the package. */
const LOADS = /^[^#\n]*(?:\bai init\b|\bai-runner\b)/m;

const fishFiles = (world: World, folder: string): string[] => {
  const snippets = join(folder, 'conf.d');
  try {
    const names = world.files.list(snippets).filter((name) => name.endsWith('.fish'));
    return [join(folder, 'config.fish'), ...names.sort().map((name) => join(snippets, name))];
  } catch {
    return [join(folder, 'config.fish')];
  }
};

/** The files that a shell reads when it starts interactively; none for shells that have no integration. */
const startupFiles = (world: World, shell: ShellId): string[] => {
  const { home, env } = world;
  if (home === undefined) return [];
  if (shell === 'bash') return BASH.map((name) => join(home, name));
  if (shell === 'zsh') return ZSH.map((name) => join(env.ZDOTDIR || home, name));
  if (shell === 'fish') return fishFiles(world, join(env.XDG_CONFIG_HOME || join(home, '.config'), 'fish'));
  return [];
};

/** The start-up file that loads the shell integration; `undefined` when none does. */
export const integrationFile = (world: World, shell: ShellId): string | undefined =>
  startupFiles(world, shell).find((path) => LOADS.test(readSmall(world, path) ?? ''));
