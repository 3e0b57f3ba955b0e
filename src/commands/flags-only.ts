import { UsageError } from '../errors.ts';
import type { Arguments } from '../flags.ts';
import { escapeText } from '../text/escape.ts';

/**
 * For commands that take no words.
 * @param program as people type it, e.g. `ai env`
 * @throws UsageError for the first word beside the flags
 */
export const requireFlagsOnly = ({ words, rest }: Arguments, program: string, hint?: string): void => {
  const [extra] = [...words, ...rest];
  if (extra !== undefined)
    throw new UsageError(`\`${program}\` takes flags only, not "${escapeText(extra)}"`, hint);
};
