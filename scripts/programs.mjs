// The programs that the tests drive. They are installed through the system's package manager where we may.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** What works at the prompt beside us, by program or file → its package. */
const NEIGHBOURS = {
  direnv: 'direnv',
  zoxide: 'zoxide',
  '/usr/share/bash-completion/bash_completion': 'bash-completion',
  '/usr/share/liquidprompt/liquidprompt': 'liquidprompt',
  '/usr/share/powerlevel9k/powerlevel9k.zsh-theme': 'zsh-theme-powerlevel9k',
  '/usr/share/zsh-antigen/antigen.zsh': 'zsh-antigen',
  '/usr/share/zsh-autosuggestions/zsh-autosuggestions.zsh': 'zsh-autosuggestions',
  '/usr/share/zsh-syntax-highlighting/zsh-syntax-highlighting.zsh': 'zsh-syntax-highlighting',
};

/** Program, or absolute path of a file → its package. */
const NEEDED = {
  bash: 'bash',
  zsh: 'zsh',
  fish: 'fish',
  dash: 'dash',
  jq: 'jq',
  mandoc: 'mandoc',
  shellcheck: 'shellcheck',
  tmux: 'tmux',
  ...(process.platform === 'linux' ? { strace: 'strace', ...NEIGHBOURS } : {}),
};

const isThere = (program) =>
  isAbsolute(program)
    ? existsSync(program)
    : (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

const missing = () => Object.keys(NEEDED).filter((program) => !isThere(program));
const run = (argv) => spawnSync(argv[0], argv.slice(1), { stdio: ['ignore', 2, 2] }).status === 0;

/** The package managers we know, each with its commands in order. */
const MANAGERS = [
  [
    'apt-get',
    (packages) => [
      ['apt-get', 'update', '-qq'],
      ['apt-get', 'install', '-y', '-qq', ...packages],
    ],
    true,
  ],
  ['dnf', (packages) => [['dnf', 'install', '-y', ...packages]], true],
  ['brew', (packages) => [['brew', 'install', ...packages]], false],
];

/** Installs what is missing, or says what to install and ends the process with status 1. */
export const ensurePrograms = () => {
  const packages = missing().map((program) => NEEDED[program]);
  if (packages.length === 0) return;
  const [name, commands, needsRoot] = MANAGERS.find(([manager]) => isThere(manager)) ?? [];
  const mayInstall = name !== undefined && (!needsRoot || process.getuid() === 0);
  if (mayInstall && commands(packages).every(run) && missing().length === 0) return;
  const [last] = (name ? commands(packages) : [['your package manager:', ...packages]]).slice(-1);
  console.error(
    `The tests need ${missing().join(', ')}. Install with: ${needsRoot ? 'sudo ' : ''}${last.join(' ')}`,
  );
  process.exit(1);
};
