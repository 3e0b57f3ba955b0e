import { readFileSync } from 'node:fs';
import { nodeHost } from '../../../src/node/host.ts';
import { nodeWorld } from '../../../src/node/world.ts';
import { type SupervisedRun, supervise } from '../../../src/run/supervise.ts';

/** A process of its own that supervises one run, described in the file that its argument names. */
const main = async (): Promise<void> => {
  const [path = ''] = process.argv.slice(2);
  const run = JSON.parse(readFileSync(path, 'utf8')) as SupervisedRun;
  const outcome = await supervise(nodeWorld(), nodeHost(`${path}.pid`), run);
  process.exit(outcome.status);
};

void main();
