// Reads stdin as a run does and prints what it found, for tests that need real pipes.
import { readDescriptor } from '../../../src/node/stdin.ts';
import { kindOf } from '../../../src/node/stdin-kind.ts';
import { nodeWorld } from '../../../src/node/world.ts';
import { readPiped } from '../../../src/run/read-stdin.ts';
import type { Stdin } from '../../../src/run/stdin.ts';
import type { World } from '../../../src/world.ts';

const [, , prompt, platform = process.platform] = process.argv;
const stdin: Stdin = { kind: kindOf(0), read: (options) => readDescriptor(0, options) };
const world = Object.create(nodeWorld(), {
  stdin: { value: stdin },
  platform: { value: platform },
}) as World & { readonly stdin: Stdin };

const main = async (): Promise<unknown> => {
  const { bytes, warnings } = await readPiped(world, prompt === 'with-prompt', prompt === 'wanted');
  return { kind: stdin.kind, text: bytes.toString('latin1'), warned: warnings.length };
};

void main()
  .catch(({ message }: Error) => ({ kind: stdin.kind, message }))
  .then((result) => {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    // A program that goes on with its work, not one that waits for stdin, ends here.
    process.exit(0);
  });
