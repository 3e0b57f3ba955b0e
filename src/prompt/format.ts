/** Names that can stand between the braces of a format. */
export const PLACEHOLDERS = [
  'provider',
  'title',
  'model',
  'id',
  'tier',
  'effort',
  'tool',
  'profile',
  'region',
  'project',
  'auth',
  'payer',
  'sign',
  'team',
  'gone',
] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** The values of a session; an empty one makes its braces vanish. */
export type PromptValues = Readonly<Record<Placeholder, string>>;

/** Literal text, or braces: the first of the names that has a value, with the text around it. */
export type Part =
  | string
  | { readonly before: string; readonly names: readonly string[]; readonly after: string };

const TOKEN = /\{\{|\}\}|\{([^{}a-z]*)([a-z]+(?:\|[a-z]+)*)([^{}a-z]*)\}|[{}]/g;

const partOf = ([whole, before, names, after]: RegExpExecArray): Part => {
  if (names === undefined) return whole.slice(1);
  return { before: before ?? '', names: names.split('|'), after: after ?? '' };
};

/**
 * Reads a format such as `[{provider}{ model|tier}{ (region)}]`: text beside the names belongs to the braces and
 * vanishes with them, `|` gives alternatives, `{{` and `}}` are braces.
 */
export const parts = (format: string): readonly Part[] => {
  const found: Part[] = [];
  let end = 0;
  for (const token of format.matchAll(TOKEN)) {
    if (token.index > end) found.push(format.slice(end, token.index));
    found.push(partOf(token as RegExpExecArray));
    end = token.index + token[0].length;
  }
  if (end < format.length) found.push(format.slice(end));
  return found;
};

/** What is wrong with a format, for the message about it; `undefined` when nothing is. */
export const formatProblem = (format: string): string | undefined => {
  const bare = format.replace(TOKEN, (token) => (token.length === 1 ? token : ''));
  if (/[{}]/.test(bare)) return 'has a brace without its other half; write {{ or }} for a brace itself';
  const names = parts(format).flatMap((part) => (typeof part === 'string' ? [] : part.names));
  const unknown = names.find((name) => !PLACEHOLDERS.some((known) => known === name));
  if (unknown === undefined) return undefined;
  return `has {${unknown}}, which is not one of: ${PLACEHOLDERS.join(', ')}`;
};

/** Fills a format that was taken apart by {@link parts}. */
export const fill = (format: readonly Part[], values: PromptValues): string =>
  format
    .map((part) => {
      if (typeof part === 'string') return part;
      const name = part.names.find((each) => values[each as Placeholder]);
      return name === undefined ? '' : `${part.before}${values[name as Placeholder]}${part.after}`;
    })
    .join('')
    .trim();
