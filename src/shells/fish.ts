import { quoteFish } from './quote.ts';
import type { Shell } from './shell.ts';
import { extras, handed, ID_VARIABLE, type Piece, type Snippet, sources, touched } from './snippet.ts';

const words = (list: readonly string[]): string => list.map(quoteFish).join(' ');

const plan = (snippet: Snippet): string[] => {
  const { managed } = snippet;
  const names = [...managed.names, ...managed.prefixes.map((prefix) => `${prefix}.*`)].join('|');
  const spared = [...touched(snippet), ...snippet.kept];
  return [
    'function __ai_plan',
    '    set -l fish_trace',
    ...sources(snippet).map((name) => `    __ai_known ${name}; or return 1`),
    ...(snippet.handover === undefined
      ? []
      : [`    __ai_handed ${quoteFish(snippet.handover)}; or return 1`]),
    `    set -g __ai_stem ${quoteFish(snippet.stem)}`,
    `    set -g __ai_time ${snippet.time}`,
    `    set -g __ai_folder ${quoteFish(snippet.folder)}`,
    `    set -g __ai_record ${words(snippet.record)}`,
    `    set -g __ai_all ${touched(snippet).join(' ')}`,
    `    set -g __ai_spared ${spared.join(' ')}`,
    // Under an empty IFS the names would be one value.
    "    set -l IFS ' '",
    `    __ai_add (set -n | builtin string match -r -- '^(?:${names})$')`,
    '    return 0',
    'end',
  ];
};

const value = (piece: Piece): string => {
  if (piece.kind === 'text') return quoteFish(piece.text);
  return piece.kind === 'caller' ? `$__ai_v_${piece.name}` : `$__ai_h_${piece.line}`;
};

const takeover = (snippet: Snippet): string[] => {
  if (snippet.handover === undefined) return [];
  const file = quoteFish(snippet.handover);
  const names = Array.from({ length: handed(snippet) }, (_, line) => `__ai_h_${line}`);
  return [`    read -l -L ${names.join(' ')} <${file}`, `    builtin printf '' >${file}`];
};

const hooks = (snippet: Snippet): string[] => {
  if (snippet.hooks.length === 0) return [];
  return [`    set -g __ai_hooks ${quoteFish(snippet.hooks.map(words).join('\n'))}`];
};

const apply = (snippet: Snippet): string[] => [
  'function __ai_apply',
  '    set -l fish_trace',
  ...sources(snippet).map((name) => `    set -l __ai_v_${name} $${name}`),
  ...takeover(snippet),
  '    __ai_clear',
  `    set -g -x ${ID_VARIABLE} $__ai_id`,
  ...snippet.set.map(([name, piece]) => `    set -g -x ${name} ${value(piece)}`),
  ...hooks(snippet),
  ...(snippet.handover === undefined ? [] : [`    set -g __ai_temp ${quoteFish(snippet.handover)}`]),
  'end',
];

/** fish 3.6 and later. */
export const fish: Shell = {
  id: 'fish',

  quote: quoteFish,
  start: (snippet, runtime) =>
    [
      ...['session', ...extras(snippet)].map(runtime),
      ...plan(snippet),
      ...apply(snippet),
      runtime('tail'),
    ].join('\n'),
  again: (argv, runtime) => `set -g __ai_argv ${words(argv)}\n${runtime('again')}`,
  end: (runtime) => runtime('unset'),
  // A `return` outside a function of ours could end the caller's.
  fail: (status) => `function __ai_fail; functions -e __ai_fail; return ${status}; end; __ai_fail`,
};
