import { findProgram } from './find-program.ts';
import { posix } from './shell-posix.ts';
import type { Shell } from './shells.ts';

const path = findProgram('bash');

const VOLATILE =
  /^(?:declare \S+ )?(_|BASH_(ARG[CV]|COMMAND|LINENO|SOURCE|SUBSHELL)|BASHPID|EPOCH(REALTIME|SECONDS)|FUNCNAME|LINENO|PIPESTATUS|S?RANDOM|SECONDS|code|BASH_XTRACEFD)(=.*)?\n/gm;

/** Commands that show what a session could disturb. */
const STATE = [
  'declare -p',
  'declare -f',
  'shopt -p',
  'set +o',
  'trap -p',
  'umask',
  'alias -p',
  'complete -p',
];

export const bash: Shell = {
  ...posix,
  name: 'bash',
  path,
  file: (script) => ['--noprofile', '--norc', script],
  code: (text) => ['--noprofile', '--norc', '-c', text],
  interactive: ['--noprofile', '-i'],
  startup: '.bashrc',
  prompt: `bind 'set enable-bracketed-paste off'; PS1='@$?> '`,
  isFunction: (name) => `\\builtin declare -F ${name} >/dev/null`,
  child: (text) => `${path} --noprofile --norc -c ${posix.quote(text)}`,
  names: (file) => `{ compgen -v; compgen -A function; } >| ${posix.quote(file)}`,
  snapshot: (file) =>
    `{ ${STATE.map((words) => `\\builtin ${words}; `).join('')}} >| ${posix.quote(file)} 2>/dev/null || :`,
  settle: (snapshot) => snapshot.replace(VOLATILE, ''),
};
