// Reads stdin as a run does and prints what it found, for tests that need real pipes.
import { nodeWorld } from '../../../src/node/world.ts';
import { readPiped } from '../../../src/run/read-stdin.ts';
import type { World } from '../../../src/world.ts';

const [, , prompt = 'alone', platform = process.platform] = process.argv;
const world = Object.create(nodeWorld(), { platform: { value: platform } }) as World;
const { kind } = world.stdin;

const main = async (): Promise<unknown> => {
  const { bytes, warnings } = await readPiped(world, prompt !== 'alone', prompt === 'wanted');
  return { kind, text: bytes.toString('latin1'), warned: warnings.length };
};

void main()
  .catch(({ message }: Error) => ({ kind, message }))
  .then((result) => {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    // A program that goes on with its work, not one that waits for stdin, ends here.
    process.exit(0);
  });
