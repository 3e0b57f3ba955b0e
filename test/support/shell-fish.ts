import { findProgram } from './find-program.ts';
import type { Shell } from './shells.ts';

const path = findProgram('fish');

/** Inside single quotes fish knows two escapes: `\\` and `\'`. */
const quote = (value: string): string => `'${value.replace(/[\\']/g, '\\$&')}'`;

const VOLATILE =
  /^\$(_|status|pipestatus|CMD_DURATION|history|fish_kill_signal|fish_killring|last_pid|code)(\[\d+\])?: .*\n/gm;

export const fish: Shell = {
  name: 'fish',
  path,
  file: (script) => ['--no-config', script],
  code: (text) => ['--no-config', '-c', text],
  interactive: ['-i'],
  startup: '.config/fish/config.fish',
  prompt: [
    'set -g fish_greeting',
    'function fish_prompt; echo -n "@$status> "; end',
    'function fish_right_prompt; end; function fish_title; end',
    'set -g fish_autosuggestion_enabled 0',
  ].join('\n'),
  quote,
  source: (command) => `${command} | source`,
  capture: (command) => `set -g code (${command} 2>/dev/null | string collect)`,
  evaluate: `printf '%s\\n' "$code" | source`,
  assign: (name, value) => `set -g ${name} ${quote(value)}`,
  export: (name, value) => `set -gx ${name} ${quote(value)}`,
  unset: (name) => `set -eg ${name}`,
  func: (name, ...body) => `function ${name}\n${body.join('\n')}\nend`,
  isFunction: (name) => `functions -q ${name}`,
  when: (condition, yes, no) => `if ${condition}\n${yes}\nelse\n${no}\nend`,
  child: (text) => `${path} --no-config -c ${quote(text)}`,
  status: '$status',
  pid: '$fish_pid',
  value: (name) => `$${name}`,
  orUnset: (name) => `"(set -q ${name}; and printf '%s\\n' "$${name}" | string collect; or echo UNSET)"`,
  say: (key, expression) => `builtin printf '%s=%s\\n' ${key} "${expression}"`,
  names: (file) => `begin; set -n; functions -a -n | string split ', '; end > ${quote(file)}`,
  snapshot: (file) =>
    `umask >/dev/null 2>&1; begin; set --show; functions -a -n; functions --handlers; trap; umask; abbr; end > ${quote(file)} 2>/dev/null`,
  settle: (snapshot) => snapshot.replace(VOLATILE, ''),
};
