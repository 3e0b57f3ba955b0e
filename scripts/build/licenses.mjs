// What the licences of the bundled packages ask for: their notices go with their code.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of the packages whose code is in a bundle. */
const bundled = new Set();

/** Notes the packages of one bundle. @param inputs `metafile.outputs[…].inputs` or `metafile.inputs` of esbuild */
export const remember = (inputs) => {
  // A text that stands in for a file is named kind:path.
  for (const input of Object.keys(inputs).filter((each) => !/^[a-z]+:/.test(each))) {
    const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (folder !== undefined) bundled.add(folder);
  }
};

const notice = (root) => (folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? '' : readFileSync(join(root, folder, file), 'utf8').trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
};

/** The notices of all that was noted. */
export const licenses = (root) =>
  [...bundled]
    .sort()
    .map(notice(root))
    .join(`\n${'-'.repeat(80)}\n\n`);
