import { quotePosix } from './quote.ts';
import { handed, type Piece, type Snippet, sources, touched } from './snippet.ts';

/** Joins words as one command line. */
export const words = (list: readonly string[]): string => list.map(quotePosix).join(' ');

/** The hooks of a session as one text that the shell evaluates when the session ends. */
export const hookText = (snippet: Snippet): string => snippet.hooks.map(words).join('\n');

const reference = (value: Piece): string => {
  if (value.kind === 'text') return quotePosix(value.text);
  return value.kind === 'caller' ? `"$__ai_v_${value.name}"` : `"$__ai_h_${value.line}"`;
};

/** `NAME=value` words for `export`; secrets only as references to locals of the same function. */
export const assignments = (snippet: Snippet): string[] =>
  snippet.set.map(([name, value]) => `${name}=${reference(value)}`);

/** Declarations of the locals that {@link assignments} refers to. */
export const borrowed = (snippet: Snippet): string[] => {
  const names = sources(snippet).map((name) => `__ai_v_${name}="\${${name}-}"`);
  const lines = Array.from({ length: handed(snippet) }, (_, line) => `__ai_h_${line}=''`);
  return [...names, ...lines];
};

/**
 * Reads the handover file by builtins and empties it. The second `read` is for a shell whose IFS is readonly.
 * @param own what stands before a word that nothing of the user's must replace
 */
export const takeover = (snippet: Snippet, own: string): string[] => {
  if (snippet.handover === undefined) return [];
  const file = quotePosix(snippet.handover);
  const reads = Array.from(
    { length: handed(snippet) },
    (_, line) => `{ IFS= ${own}read -r __ai_h_${line} || ${own}read -r __ai_h_${line}; }`,
  );
  return [`  { ${reads.join(' && ')}; } <${file} 2>/dev/null || ${own}:`, `  ${own}: >|${file} || ${own}:`];
};

/** What the clearing must leave alone. */
const left = (snippet: Snippet): Set<string> => new Set([...touched(snippet), ...snippet.kept]);

/** Names that the clearing by prefix must leave alone. */
export const spared = (snippet: Snippet): string =>
  [...left(snippet)]
    .filter((name) => snippet.managed.prefixes.some((prefix) => name.startsWith(prefix)))
    .join(' ');

/** Words for a list of names: each name that the session removes besides, where it is set. */
export const present = (snippet: Snippet): string[] => {
  const spare = left(snippet);
  return snippet.managed.names.filter((name) => !spare.has(name)).map((name) => `\${${name}+"${name}"}`);
};
