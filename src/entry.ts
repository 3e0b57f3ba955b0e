import { main } from './main.ts';
import { nodeWorld } from './node/world.ts';

const world = nodeWorld();

void main(world).then((status) => {
  // All output has been written, or waited for as long as anybody reads it: a blocked pipe would keep us, and to take the
  // heap apart takes time.
  process.exit(status);
});
