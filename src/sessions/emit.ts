import type { World } from '../world.ts';

/** Characters: little enough for the first rows to be seen at once, much enough for few writes after that. */
const FIRST_WRITE = 4_096;
const LATER_WRITES = 65_536;

/** Writes text to stdout while its pieces are still being made. */
export const emit = (world: World, pieces: Iterable<string>): void => {
  let text = '';
  let limit = FIRST_WRITE;
  for (const piece of pieces) {
    text += piece;
    if (text.length < limit) continue;
    world.out(text);
    text = '';
    limit = LATER_WRITES;
  }
  if (text !== '') world.out(text);
};
