// `npm run size`: fails when a bundle has grown by more than 5 % over its recorded size. `npm run size -- --record` records.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, root } from './setup.mjs';

const RECORD = join(root, 'scripts/size.json');
const MOST = 1.05;

const dist = join(root, 'dist');
const sizeOf = (name) => statSync(join(dist, name)).size;

/** Bytes of the loader and the programs it starts; what is loaded late keeps nobody waiting who does not need it. */
const measure = () => {
  const programs = readdirSync(join(root, 'src/entries')).map(
    (file) => `bundles/${basename(file, '.ts')}.js`,
  );
  return Object.fromEntries(['ai.cjs', ...programs].map((name) => [name, sizeOf(name)]));
};

const judge = (name, size, limit) => {
  if (limit === undefined) return `${name}: ${size} bytes, and no size is recorded`;
  return size > limit * MOST ? `${name}: ${size} bytes, recorded are ${limit}` : undefined;
};

build();
const sizes = measure();
if (process.argv.includes('--record')) {
  writeFileSync(RECORD, `${JSON.stringify(sizes, null, 2)}\n`);
} else {
  const recorded = JSON.parse(readFileSync(RECORD, 'utf8'));
  const grown = Object.entries(sizes).flatMap(([name, size]) => judge(name, size, recorded[name]) ?? []);
  for (const line of grown) console.error(line);
  if (grown.length > 0) console.error('Make it smaller, or record it: npm run size -- --record');
  process.exitCode = grown.length > 0 ? 1 : 0;
}
