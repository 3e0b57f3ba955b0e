import { UserError } from '../errors.ts';
import type { Selection } from '../plan/selection.ts';
import { type Block, findBlock } from './block.ts';
import type { Variable } from './variables.ts';

/** What a script says about itself in YAML between `---` lines, under its first line. */
export interface FrontMatter {
  /** What it chooses, as flags do. */
  readonly selection: Selection;
  readonly live: boolean | undefined;
  readonly variables: readonly Variable[];
  readonly warnings: readonly string[];
}

/** Front matter and the text behind it. */
export interface Parted {
  readonly frontMatter: FrontMatter;
  readonly body: string;
}

const NONE: FrontMatter = { selection: {}, live: undefined, variables: [], warnings: [] };

const LARGEST = 1024 * 1024;

const KEYS = ['vars', 'provider', 'profile', 'tier', 'model', 'tool', 'effort', 'team', 'live'];
const KNOWN_KEY = new RegExp(`^(?:${KEYS.join('|')})[ \\t]*:`, 'm');

/** Between two rules of a prompt stands prose; a key of ours at the beginning of a line shows what was meant. */
const isMeant = (block: Block): boolean => KNOWN_KEY.test(block.text);

const beginsWithKey = (block: Block): boolean => block.text.search(KNOWN_KEY) === 0;

const parse = async (block: Block, file: string): Promise<FrontMatter | undefined> => {
  if (block.text.length > LARGEST) {
    if (!isMeant(block)) return undefined;
    throw new UserError(`${file}: the front matter is larger than ${LARGEST / 1024} KiB`, {
      hint: 'Move what belongs to the prompt below the second --- line.',
    });
  }
  // YAML is read by few scripts and takes longer to load than everything else here.
  const { parseFrontMatter } = await import('./parse-front-matter.ts');
  return parseFrontMatter(block, isMeant(block), file);
};

/**
 * Parts a script's front matter from its prompt. What is no YAML mapping is no front matter but part of the prompt: `---`
 * is also how Markdown writes a rule.
 *
 * @param text the script behind its first line, one character a byte (latin1)
 * @param line the line of the file that `text` begins with
 * @throws UserError with file and line when it is broken, wrong, larger than 1 MiB, or not closed
 */
export const partFrontMatter = async (text: string, line: number, file: string): Promise<Parted> => {
  const block = findBlock(text, line);
  if (block === undefined) return { frontMatter: NONE, body: text };
  if (block.end === undefined) {
    if (!beginsWithKey(block)) return { frontMatter: NONE, body: text };
    throw new UserError(`${file}:${line}: the front matter has no end`, {
      hint: 'Put a line with --- behind it.',
    });
  }
  const frontMatter = await parse(block, file);
  return frontMatter ? { frontMatter, body: text.slice(block.end) } : { frontMatter: NONE, body: text };
};
