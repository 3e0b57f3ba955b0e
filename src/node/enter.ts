import type { World } from '../world.ts';
import { nodeWorld } from './world.ts';

/** Runs the program in this process, and ends it. */
export const enter = (main: (world: World) => Promise<number>): void => {
  // All output has been written, or waited for as long as anybody reads it: a blocked pipe would keep us, and to take the
  // heap apart takes time.
  void main(nodeWorld()).then((status) => process.exit(status));
};
