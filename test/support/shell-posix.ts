/** One word with exactly these bytes, for bash and zsh. */
export const quotePosixWord = (value: string): string => `'${value.replaceAll("'", "'\\''")}'`;

/** What bash and zsh write alike. */
export const posix = {
  quote: quotePosixWord,
  source: (command: string): string => `eval "$(${command})"`,
  capture: (command: string): string => `code=$(${command} 2>/dev/null)`,
  evaluate: '\\eval "$code"',
  assign: (name: string, value: string): string => `${name}=${quotePosixWord(value)}`,
  export: (name: string, value: string): string => `export ${name}=${quotePosixWord(value)}`,
  unset: (name: string): string => `unset -v ${name}`,
  func: (name: string, ...body: readonly string[]): string => `${name}() {\n${body.join('\n')}\n}`,
  when: (condition: string, yes: string, no: string): string =>
    `if ${condition}; then\n${yes}\nelse\n${no}\nfi`,
  status: '$?',
  pid: '$$',
  value: (name: string): string => `\${${name}}`,
  orUnset: (name: string): string => `\${${name}-UNSET}`,
  say: (key: string, expression: string): string => `\\builtin printf '%s=%s\\n' ${key} "${expression}"`,
};
