/** Characters: a secret shorter than that would be given away by its end. */
const SHORT = 16;
const SHOWN = 4;

/** A secret as it may be shown: `…1234`, or `…` alone when it is short. */
export const mask = (value: string): string => {
  const chars = [...value];
  return chars.length < SHORT ? '…' : `…${chars.slice(-SHOWN).join('')}`;
};
