import { assignments, borrowed, hookText, takeover, words } from './posix.ts';
import { quotePosix } from './quote.ts';
import type { Shell } from './shell.ts';
import { ID_VARIABLE, type Snippet, touched } from './snippet.ts';

const names = (snippet: Snippet): string[] => [
  ...new Set([...touched(snippet), ...snippet.managed.names, ...snippet.exported]),
];

const data = (snippet: Snippet): string[] => [
  'if [ "${__ai_owner-}" = "$$" ]; then __ai_end; fi',
  `__ai_names=${quotePosix(names(snippet).join(' '))}`,
  `__ai_exported=${quotePosix(snippet.exported.join(' '))}`,
  `__ai_folder=${quotePosix(snippet.folder)}`,
  `__ai_id=${quotePosix(snippet.stem)}-$$-${snippet.time}`,
  `__ai_record=${quotePosix(snippet.record.join('\n'))}`,
  `__ai_hooks=${quotePosix(hookText(snippet))} __ai_temp=${quotePosix(snippet.handover ?? '')}`,
  '__ai_plain __ai_save',
];

const apply = (snippet: Snippet): string[] => {
  const locals = borrowed(snippet).map((word) => word.slice(0, word.indexOf('=')));
  return [
    ...borrowed(snippet),
    ...takeover(snippet, '\\'),
    `\\unset -v ${names(snippet).join(' ')}`,
    `\\export ${[`${ID_VARIABLE}="$__ai_id"`, ...assignments(snippet)].join(' \\\n  ')}`,
    ...(locals.length === 0 ? [] : [`\\unset -v ${locals.join(' ')}`]),
    '__ai_owner=$$',
    '__ai_plain __ai_register',
  ];
};

/** A plain POSIX shell. */
export const sh: Shell = {
  id: 'sh',
  quote: quotePosix,
  start: (snippet, runtime) => [runtime('session'), ...data(snippet), ...apply(snippet)].join('\n'),
  again: (argv, runtime) =>
    [
      `__ai_regenerate() {\n${runtime('again')}\n}`,
      `__ai_regenerate ${words(argv)}`,
      '\\unset -f __ai_regenerate',
      '\\eval "\\\\unset -v __ai_text',
      '$__ai_text"',
    ].join('\n'),
  end: (runtime) => runtime('unset'),
  fail: (status) => `(exit ${status})`,
};
