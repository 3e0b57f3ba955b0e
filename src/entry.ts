import { main } from './main.ts';
import { nodeWorld } from './node/world.ts';

void main(nodeWorld()).then((status) => {
  process.exitCode = status;
});
