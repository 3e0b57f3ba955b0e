// Builds the manual pages into dist/man/.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildManuals } from './reference/manual.mjs';
import { loadSource, ROOT } from './reference/source.mjs';

const folder = join(ROOT, 'dist/man');
mkdirSync(folder, { recursive: true });
await buildManuals(await loadSource(), folder);
