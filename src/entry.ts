import { main } from './main.ts';
import { nodeWorld } from './node/world.ts';

const world = nodeWorld();

void main(world).then((status) => {
  process.exitCode = status;
  // All output of a supervised run has been waited for as long as anybody reads it; a blocked pipe would keep us.
  if (world.argv[0] === 'supervise') process.exit(status);
});
