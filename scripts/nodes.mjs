// The Node.js versions of test/nodes: every one that the package supports.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages, root } from './setup.mjs';

const folder = join(root, 'test/nodes');
const MAJORS = ['20', '22', '24', '26'];

/** Installs them (about 700 MB), unless the lock file's are there. */
export const installNodes = () => installPackages(folder);

/**
 * What is installed of them, oldest first: the version, and the folder and path of the program. The registry does not
 * have every version for every machine.
 */
export const nodes = () =>
  MAJORS.flatMap((major) => {
    const bin = join(folder, 'node_modules', `node-${major}-${process.platform}-${process.arch}`, 'bin');
    const node = join(bin, 'node');
    if (!existsSync(node)) return [];
    const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
    return [{ major, bin, node, version: stdout.trim() }];
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  installNodes();
  for (const { version, node } of nodes()) console.log(`${version} ${node}`);
}
