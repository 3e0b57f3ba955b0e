import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { WrongOptions } from './options.ts';

/** A Node.js to measure on. */
export interface Node {
  /** Its program. */
  readonly node: string;
  /** e.g. `v20.20.2`. */
  readonly version: string;
}

const versionOf = (node: string): string =>
  spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();

const major = ({ version }: Node): number => Number.parseInt(version.slice(1), 10);

const installed = (folder: string): Node[] => {
  const packages = existsSync(folder) ? readdirSync(folder) : [];
  return packages
    .filter((name) => /^node-\d+-/.test(name))
    .map((name) => join(folder, name, 'bin/node'))
    .map((node) => ({ node, version: versionOf(node) }))
    .sort((a, b) => major(a) - major(b));
};

/**
 * The running Node.js, or those of test/nodes.
 * @throws WrongOptions when these are not installed
 */
export const nodesOf = (packageRoot: string, all: boolean): Node[] => {
  if (!all) return [{ node: process.execPath, version: process.version }];
  const nodes = installed(join(packageRoot, 'test/nodes/node_modules'));
  if (nodes.length === 0) throw new WrongOptions('--nodes: install them first: node scripts/nodes.mjs');
  return nodes;
};
