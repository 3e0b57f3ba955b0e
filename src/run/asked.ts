import { parse } from '../parse.ts';
import { selectionOf } from '../plan/flags.ts';
import type { Selection } from '../plan/selection.ts';
import { type Item, itemsOf, joined, type Vocabulary } from './arg-items.ts';
import { FLAGS } from './flags.ts';

/** Our flags are ours whatever the tool and the script know: they are found before it is clear which tool that is. */
const OURS_ALONE: Vocabulary = {
  script: new Map(),
  known: () => ({ flags: new Map() }),
  isPromptFile: () => false,
};

const chosenBy = async (items: readonly Item[]): Promise<Selection> => {
  const ours = items.filter(({ kind }) => kind === 'ours');
  return ours.length === 0 ? {} : selectionOf(await parse(ours.map(joined), FLAGS));
};

/**
 * What our flags among the words choose.
 * @throws UsageError when they contradict each other or lack a value
 */
export const askedBy = (words: readonly string[]): Promise<Selection> => chosenBy(itemsOf(words, OURS_ALONE));

/** The same where it matters: without a flag that is not ours nobody has to know which tool starts. */
export const askedBeside = async (words: readonly string[]): Promise<Selection> => {
  const items = itemsOf(words, OURS_ALONE);
  return items.some(({ kind }) => kind === 'unknown') ? await chosenBy(items) : {};
};
