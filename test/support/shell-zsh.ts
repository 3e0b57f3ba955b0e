import { findProgram } from './find-program.ts';
import { posix } from './shell-posix.ts';
import type { Shell } from './shells.ts';

const path = findProgram('zsh');

const VOLATILE =
  /^(typeset|export) (-\S+ )*([!#$*@?_-]|0|argv|status|pipestatus|LINENO|RANDOM|SECONDS|TTYIDLE|EPOCH(REALTIME|SECONDS)|epochtime|code|HISTCMD|ERRNO|functions|parameters|options|sysparams)(=.*)?\n/gm;

/** Commands that show what a session could disturb. */
const STATE = ['typeset -p', 'typeset -f', 'set -o', 'trap', 'umask', 'alias -L', 'alias -gL'];

export const zsh: Shell = {
  ...posix,
  name: 'zsh',
  path,
  file: (script) => ['-f', script],
  code: (text) => ['-f', '-c', text],
  interactive: ['-i'],
  startup: '.zshrc',
  prompt:
    "unsetopt prompt_sp prompt_cr; setopt interactive_comments; unset zle_bracketed_paste; PROMPT='@%?> '",
  isFunction: (name) => `(( \${+functions[${name}]} ))`,
  child: (text) => `${path} -f -c ${posix.quote(text)}`,
  names: (file) => `print -rl -- \${(k)parameters} \${(k)functions} \${(k)builtins} >| ${posix.quote(file)}`,
  snapshot: (file) =>
    `{ ${STATE.map((words) => `\\builtin ${words}; `).join('')}} >| ${posix.quote(file)} 2>/dev/null || :`,
  settle: (snapshot) => snapshot.replace(VOLATILE, ''),
};
