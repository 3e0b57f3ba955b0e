import { quoteFish } from '../shells/quote.ts';
import type { Row, ShellFiles, Spec } from './spec.ts';

const HEADER =
  '# fish completion of ai, airun, ai-sessions and ai-status: written by scripts/completions.mjs.\n';

const word = (text: string): string => (/^[\w./:@+,-]+$/.test(text) ? text : quoteFish(text));
const words = (list: readonly string[]): string => list.map(word).join(' ');

/** A function that prints its list for a word: an entry a line, its fields separated by tabs. */
const lists = (
  name: string,
  entries: readonly (readonly [word: string, lines: readonly (readonly string[])[]])[],
): string => {
  const body = entries
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([each, lines]) => {
      const format = (lines[0] ?? []).map(() => '%s').join('\\t');
      const texts = [`builtin printf '${format}\\n'`, ...lines.map((line) => `    ${words(line)}`)];
      return [`        case ${word(each)}`, `            ${texts.join(' \\\n            ')}`];
    });
  return [`function ${name}`, '    switch $argv[1]', ...body, '    end', 'end', ''].join('\n');
};

const row = ({ names, takes, gone, summary }: Row): string[] => [
  names.join(' '),
  takes,
  gone.join(' '),
  summary,
];

/** The text that fish sources. */
export const fish = ({ commands, known }: Spec, { engine, register }: ShellFiles): string =>
  [
    HEADER,
    engine,
    '# The flags of a command: spellings, the kind of the value, the flags that it excludes, description.',
    lists(
      '__ai_tab_flags',
      commands.map(({ name, rows }) => [name, rows.map(row)]),
    ),
    '# The words of a command beside its flags: name, the kind of the word behind it, description.',
    lists(
      '__ai_tab_actions',
      commands.map(({ name, actions }) => [
        name,
        actions.map((action) => [action.name, action.completes ?? '', action.summary]),
      ]),
    ),
    '# The kind of the words of a command that has no such words.',
    lists(
      '__ai_tab_operand',
      commands.map(({ name, completes }) => [name, completes === '' ? [] : [[completes]]]),
    ),
    '# The values that are known beforehand, each with its description.',
    lists(
      '__ai_tab_known',
      Object.entries(known).map(([kind, values]) => [kind, values]),
    ),
    '# The commands, each with its description.',
    lists('__ai_tab_commands', [['all', commands.map(({ name, summary }) => [name, summary])]]),
    register,
  ].join('\n');
