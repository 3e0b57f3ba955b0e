// `npm run size`: fails when a bundle has grown by more than 5 % over its recorded size. `npm run size -- --record` records.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, root } from './setup.mjs';

const RECORD = join(root, 'scripts/size.json');
const MOST = 1.05;

const dist = join(root, 'dist');
const sizeOf = (name) => statSync(join(dist, name)).size;

/** Bytes by program; what is loaded late counts together. */
const measure = () => {
  const bundles = readdirSync(join(dist, 'bundles')).filter((name) => name.endsWith('.js'));
  const isProgram = (name) => existsSync(join(root, 'src/entries', name.replace(/js$/, 'ts')));
  const programs = bundles.filter(isProgram).map((name) => `bundles/${name}`);
  const parts = bundles.filter((name) => !isProgram(name));
  return {
    ...Object.fromEntries(['ai.cjs', ...programs].map((name) => [name, sizeOf(name)])),
    parts: parts.reduce((sum, name) => sum + sizeOf(`bundles/${name}`), 0),
  };
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
