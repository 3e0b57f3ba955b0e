import { cases, posixWord, posixWords } from './posix.ts';
import type { Row, ShellFiles, Spec } from './spec.ts';

const HEADER = [
  '#compdef ai airun ai-sessions ai-status',
  '# zsh completion of ai, airun, ai-sessions and ai-status: written by scripts/completions.mjs.',
  '',
].join('\n');

const row = ({ names, takes, gone, group, summary }: Row): string =>
  posixWords([names.join(' '), takes, gone.join(' '), group, summary]);

/** The text that zsh evaluates or autoloads. */
export const zsh = ({ commands, known }: Spec, { engine, register }: ShellFiles): string =>
  [
    HEADER,
    engine,
    '# The flags of a command: spellings, the kind of the value, the flags that it excludes, group, description.',
    cases(
      '__ai_tab_flags',
      '__ai_tab_list',
      commands.map(({ name, rows }) => [name, rows.map(row)]),
    ),
    '# The words of a command beside its flags: name, the kind of the word behind it, description.',
    cases(
      '__ai_tab_actions',
      '__ai_tab_list',
      commands.map(({ name, actions }) => [
        name,
        actions.map((action) => posixWords([action.name, action.completes ?? '', action.summary])),
      ]),
    ),
    '# The kind of the words of a command that has no such words.',
    cases(
      '__ai_tab_operand',
      '__ai_tab_list',
      commands.map(({ name, completes }) => [name, completes === '' ? [] : [posixWord(completes)]]),
    ),
    '# The values that are known beforehand, each with its description.',
    cases(
      '__ai_tab_known',
      '__ai_tab_list',
      Object.entries(known).map(([kind, values]) => [kind, values.map((each) => posixWords(each))]),
    ),
    '# The commands, each with its description.',
    '__ai_tab_commands() {',
    '  __ai_tab_list=(',
    ...commands.map(({ name, summary }) => `    ${posixWords([name, summary])}`),
    '  )',
    '}',
    '',
    register,
  ].join('\n');
