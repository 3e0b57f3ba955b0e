import { cases, posixWord, posixWords } from './posix.ts';
import type { Row, ShellFiles, Spec } from './spec.ts';

const HEADER = [
  '# bash completion of ai, airun, ai-sessions and ai-status: written by scripts/completions.mjs.',
  '# shellcheck shell=bash disable=SC1003,SC2015,SC2034,SC2088,SC2154,SC2206',
  '',
].join('\n');

/** What the data is put into. */
const FUNCTIONS = ['flags', 'actions', 'operand', 'known', 'commands'].map((name) => `__ai_tab_${name}`);

const functionsIn = (engine: string): string[] =>
  [...engine.matchAll(/^(\w+)\(\) \{$/gm)].map(([, name = '']) => name);

const row = ({ names, takes, gone }: Row): string => posixWords([names.join(' '), takes, gone.join(' ')]);

/** The text that bash evaluates; it shows no descriptions, so none are in it. */
export const bash = ({ commands, known }: Spec, { engine, register }: ShellFiles): string =>
  [
    HEADER,
    engine,
    '# The flags of a command: spellings, the kind of the value, the flags that it excludes.',
    cases(
      '__ai_tab_flags',
      '__ai_tab_list',
      commands.map(({ name, rows }) => [name, rows.map(row)]),
    ),
    '# The words of a command beside its flags, each with the kind of the word behind it.',
    cases(
      '__ai_tab_actions',
      '__ai_tab_list',
      commands.map(({ name, actions }) => [
        name,
        actions.map((action) => posixWords([action.name, action.completes ?? ''])),
      ]),
    ),
    '# The kind of the words of a command that has no such words.',
    cases(
      '__ai_tab_operand',
      '__ai_tab_list',
      commands.map(({ name, completes }) => [name, completes === '' ? [] : [posixWord(completes)]]),
    ),
    '# The values that are known beforehand.',
    cases(
      '__ai_tab_known',
      '__ai_tab_list',
      Object.entries(known).map(([kind, values]) => [kind, [posixWords(values.map(([value]) => value))]]),
    ),
    `__ai_tab_commands() { __ai_tab_list=(${posixWords(commands.map(({ name }) => name))}); }`,
    '',
    '# Under allexport the functions would be on their way to every child.',
    `\\builtin export -nf ${FUNCTIONS.join(' ')} ${functionsIn(engine).join(' ')}`,
    register,
  ].join('\n');
