// `npm run bench [-- OPTION…]`: how fast the program is, beside `node -e 0` and its peers. `--help` lists the options.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { installNodes, nodes } from './nodes.mjs';
import { build, must, root } from './setup.mjs';

const argv = process.argv.slice(2);
const outfile = join(root, '.bench/main.mjs');
await bundle({
  entryPoints: [join(root, 'test/bench/main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
build();
if (argv.includes('--nodes')) {
  installNodes();
  // As an installation by each of them.
  for (const { node } of nodes()) must(node, [join(root, 'dist/warm.cjs'), '60000']);
}

for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
])
  process.once(signal, () => process.exit(128 + number));

const { main } = await import(pathToFileURL(outfile).href);
process.exitCode = await main(argv, {
  root,
  env: process.env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  terminal: process.stderr.isTTY === true,
});
