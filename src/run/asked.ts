import { parse } from '../parse.ts';
import { selectionOf } from '../plan/flags.ts';
import type { Selection } from '../plan/selection.ts';
import { itemsOf, joined, type Vocabulary } from './arg-items.ts';
import { FLAGS } from './flags.ts';

/** Our flags are ours whatever the tool and the script know: they are found before it is clear which tool that is. */
const OURS_ALONE: Vocabulary = {
  script: new Map(),
  known: () => ({ flags: new Map() }),
  isPromptFile: () => false,
};

/**
 * What our flags among the words choose.
 * @throws UsageError when they contradict each other or lack a value
 */
export const askedBy = async (words: readonly string[]): Promise<Selection> => {
  const ours = itemsOf(words, OURS_ALONE).filter(({ kind }) => kind === 'ours');
  return ours.length === 0 ? {} : selectionOf(await parse(ours.map(joined), FLAGS));
};

/** The same where it matters: without a flag that is not ours nobody has to know which tool starts. */
export const askedBeside = async (words: readonly string[]): Promise<Selection> =>
  itemsOf(words, OURS_ALONE).some(({ kind }) => kind === 'unknown') ? await askedBy(words) : {};
