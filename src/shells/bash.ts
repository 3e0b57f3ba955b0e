import { assignments, borrowed, hookText, present, spared, takeover, words } from './posix.ts';
import { quotePosix } from './quote.ts';
import type { Shell } from './shell.ts';
import { extras, ID_VARIABLE, type Snippet, sources, touched } from './snippet.ts';

const plan = (snippet: Snippet): string[] => {
  const prefixes = snippet.managed.prefixes.map((prefix) => `"\${!${prefix}@}"`);
  return [
    '__ai_plan() {',
    ...sources(snippet).map((name) => `  __ai_known ${name} || \\builtin return 1`),
    ...(snippet.handover === undefined
      ? []
      : [`  __ai_handed ${quotePosix(snippet.handover)} || \\builtin return 1`]),
    `  __ai_stem=${quotePosix(snippet.stem)} __ai_time=${snippet.time} __ai_folder=${quotePosix(snippet.folder)}`,
    `  __ai_record=${quotePosix(snippet.record.join('\n'))}`,
    `  __ai_all=(${touched(snippet).join(' ')} \\`,
    `    ${present(snippet).join(' ')})`,
    `  __ai_add '${spared(snippet)}' ${prefixes.join(' ')}`,
    '}',
  ];
};

const apply = (snippet: Snippet): string[] => [
  '__ai_apply() {',
  ...borrowed(snippet).map((word) => `  \\builtin local ${word}`),
  ...takeover(snippet, '\\builtin '),
  '  \\builtin unset -v "${__ai_names[@]}"',
  '  # shellcheck disable=SC2034',
  `  \\builtin export ${[`${ID_VARIABLE}="$__ai_id"`, ...assignments(snippet)].join(' \\\n    ')}`,
  `  __ai_hooks=${quotePosix(hookText(snippet))} __ai_temp=${quotePosix(snippet.handover ?? '')}`,
  '}',
];

/** bash 3.2 and later. */
export const bash: Shell = {
  id: 'bash',

  quote: quotePosix,
  start: (snippet, runtime) =>
    [
      runtime('head'),
      runtime('session'),
      runtime('file'),
      runtime('exit'),
      ...extras(snippet).map(runtime),
      ...plan(snippet),
      ...apply(snippet),
      runtime('tail'),
    ].join('\n'),
  again: (argv, runtime) => `__ai_argv=(${words(argv)})\n${runtime('again')}`,
  end: (runtime) => runtime('unset'),
  fail: (status) => `(\\builtin exit ${status})`,
};
