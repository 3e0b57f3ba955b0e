import type { ToStringOptions } from 'yaml';
import type { Entry, Source } from './edit-source.ts';

type Quotes = 'QUOTE_DOUBLE' | 'QUOTE_SINGLE' | 'PLAIN';

/** Safe within braces, for readers of YAML 1.1 and, in double quotes, for those of JSON. */
const ANYWHERE: ToStringOptions = {
  collectionStyle: 'flow',
  doubleQuotedAsJSON: true,
  flowCollectionPadding: false,
  lineWidth: 0,
};

const scalar = ({ yaml }: Source, value: string | boolean, quotes: Quotes): string =>
  yaml
    .stringify([value], { ...ANYWHERE, compat: 'yaml-1.1', defaultStringType: quotes })
    .trim()
    .slice(1, -1);

const quotesOf = ({ yaml, json }: Source, node: unknown): Quotes => {
  if (json) return 'QUOTE_DOUBLE';
  const type = yaml.isScalar(node) ? node.type : undefined;
  return type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? type : 'PLAIN';
};

const colonOf = ({ text, json }: Source, like: Entry | undefined): string => {
  const between = like?.value ? text.slice(like.key.range[1], like.value.range[0]) : '';
  return (json ? /^:[ \t]*$/ : /^:[ \t]+$/).test(between) ? between : ': ';
};

/** Whether the entry has nothing between its colon and its value, as JSON without white space has it. */
export const isTight = (source: Source, like: Entry | undefined): boolean => colonOf(source, like) === ':';

/**
 * A key with its value, quoted and spaced like another entry. `{}` stands for an empty section.
 * @param like the entry that it replaces or joins
 */
export const written = (
  source: Source,
  key: string,
  value: string | boolean | '{}',
  like: Entry | undefined,
): string => {
  const keyQuotes = quotesOf(source, like?.key);
  const valueQuotes = quotesOf(source, like?.value);
  const text =
    value === '{}' ? value : scalar(source, value, valueQuotes === 'PLAIN' ? keyQuotes : valueQuotes);
  return `${scalar(source, key, keyQuotes)}${colonOf(source, like)}${text}`;
};
