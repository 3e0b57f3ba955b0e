/** One word for bash and zsh, quoted only where it has to be. */
export const posixWord = (word: string): string =>
  /^[\w./:@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** Several words, each quoted only where it has to be. */
export const posixWords = (words: readonly string[]): string => words.map(posixWord).join(' ');

/** A function that sets a list by the word it is given: one line of it for each of `lines`; empty for any other word. */
export const cases = (
  name: string,
  list: string,
  entries: readonly (readonly [word: string, lines: readonly string[]])[],
): string => {
  const some = entries.filter(([, lines]) => lines.length > 0);
  const body = some.flatMap(([word, lines]) => [
    `    ${word})`,
    `      ${list}=(`,
    ...lines.map((line) => `        ${line}`),
    '      )',
    '      ;;',
  ]);
  return [`${name}() {`, `  ${list}=()`, '  case $1 in', ...body, '  esac', '}', ''].join('\n');
};
