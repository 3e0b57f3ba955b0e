import { assignments, borrowed, hookText, present, spared, words } from './posix.ts';
import { quotePosix, quoteProgram } from './quote.ts';
import type { Shell } from './shell.ts';
import { extras, handed, ID_VARIABLE, type Snippet, sources, touched } from './snippet.ts';

/** The text in a shell whose options are known; the functions it defines keep them (zshbuiltins(1), emulate). */
const calmly = (program: string): string =>
  `\\builtin emulate -R zsh -o no_aliases -o no_xtrace -c ${quoteProgram(program)}`;

/** Leaves a status without a subshell, whose exit would run zshexit hooks. */
const status = (code: number): string => `() { \\return ${code}; }`;

const plan = (snippet: Snippet): string[] => {
  const pattern = snippet.managed.prefixes.map((prefix) => `${prefix}*`).join('|');
  return [
    '__ai_plan() {',
    ...sources(snippet).map((name) => `  __ai_known ${name} || return 1`),
    ...(snippet.handover === undefined ? [] : [`  __ai_handed ${quotePosix(snippet.handover)} || return 1`]),
    `  __ai_stem=${quotePosix(snippet.stem)} __ai_time=${snippet.time} __ai_folder=${quotePosix(snippet.folder)}`,
    `  __ai_record=${quotePosix(snippet.record.join('\n'))}`,
    `  __ai_all=(${touched(snippet).join(' ')} ${present(snippet).join(' ')})`,
    `  __ai_add '${spared(snippet)}' \${(k)parameters[(I)(${pattern})]}`,
    '}',
  ];
};

/** Reads the handover file without IFS, which may be readonly, and empties it. */
const takeover = (snippet: Snippet): string[] => {
  if (snippet.handover === undefined) return [];
  const file = quotePosix(snippet.handover);
  const lines = Array.from(
    { length: handed(snippet) },
    (_, line) => `__ai_h_${line}=$__ai_lines[${line + 1}]`,
  );
  return [
    `  local -a __ai_lines=("\${(@f)$(<${file})}")`,
    ...lines.map((line) => `  ${line}`),
    `  builtin : >|${file} || builtin :`,
  ];
};

const apply = (snippet: Snippet): string[] => [
  '__ai_apply() {',
  ...borrowed(snippet).map((word) => `  local ${word}`),
  ...takeover(snippet),
  '  builtin unset -- $__ai_names',
  `  builtin export ${[`${ID_VARIABLE}="$__ai_id"`, ...assignments(snippet)].join(' \\\n    ')}`,
  `  __ai_hooks=${quotePosix(hookText(snippet))} __ai_temp=${quotePosix(snippet.handover ?? '')}`,
  '}',
];

const begin = (tail: string): string[] => [
  'if __ai_start; then',
  tail,
  'else',
  '  [[ -n ${__ai_owner-} ]] || __ai_forget',
  '  builtin false',
  'fi',
];

/** zsh 5.8 and later. */
export const zsh: Shell = {
  id: 'zsh',

  quote: quotePosix,
  start: (snippet, runtime) => {
    const files = ['session', ...extras(snippet)].map(runtime);
    const program = [...files, ...plan(snippet), ...apply(snippet), ...begin(runtime('tail'))];
    return `if ${calmly(program.join('\n'))}; then \\builtin :; else ${status(1)}; fi`;
  },
  again: (argv, runtime) =>
    `${calmly(`__ai_argv=(${words(argv)})\n${runtime('again')}`)}\n\\builtin eval "\\\\builtin unset __ai_text"$'\\n'"$__ai_text"`,
  end: (runtime) => runtime('unset'),
  fail: status,
};
