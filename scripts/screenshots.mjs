/**
 * `npm run screenshots [-- NAME…]`: draws docs/images/*.svg from real shells with the real commands, in an empty HOME with
 * tools that answer from a text and a model server on this machine. A second run draws the same.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCENES } from './screenshots/scenes/index.mjs';
import { openStage } from './screenshots/stage.mjs';
import { toSvg } from './screenshots/svg.mjs';
import { build, root } from './setup.mjs';

const FOLDER = join(root, 'docs/images');

build();
mkdirSync(FOLDER, { recursive: true });
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !SCENES.some((scene) => scene.name === name));
if (unknown !== undefined) {
  console.error(`there is no scene "${unknown}"; scenes: ${SCENES.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
for (const scene of SCENES.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const stage = await openStage(root);
  try {
    const screen = await scene.play(stage);
    writeFileSync(join(FOLDER, `${scene.name}.svg`), toSvg(screen, scene.title));
    console.log(`docs/images/${scene.name}.svg`);
  } finally {
    await stage.close();
  }
}
