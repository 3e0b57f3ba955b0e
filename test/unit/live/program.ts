import { readFileSync, writeFileSync } from 'node:fs';
import { nodeWorld } from '../../../src/node/world.ts';
import { type SupervisedRun, supervise } from '../../../src/run/supervise.ts';
import { realHost } from './real-host.ts';

/** A process of its own that supervises one run, described in the file that its argument names. */
const main = async (): Promise<void> => {
  const [path = ''] = process.argv.slice(2);
  const run = JSON.parse(readFileSync(path, 'utf8')) as SupervisedRun;
  const outcome = await supervise(nodeWorld(), realHost(), run);
  writeFileSync(`${path}.outcome`, JSON.stringify(outcome));
  process.exit(outcome.status);
};

void main();
