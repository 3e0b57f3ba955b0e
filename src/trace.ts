import type { SourceMapPayload } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import type { World } from './world.ts';

/** A place in a file of ours: path, line and column, which count from 1. */
const PLACE = /(\/[^():\n]+\.c?js):(\d+):(\d+)/g;

/** Maps of the bundles, by path; those that are missing or broken are `undefined`. */
type Maps = Map<string, SourceMapPayload | undefined>;

const mapOf = (world: World, path: string): SourceMapPayload | undefined => {
  try {
    return JSON.parse(world.files.read(`${path}.map`)) as SourceMapPayload;
  } catch {
    return undefined;
  }
};

/**
 * Gives a stack trace of the bundles the places of the source text: the bundles are one line long, and their names are
 * letters.
 * @param stack - as V8 writes it
 */
export const readable = (world: World, stack: string): string => {
  const { SourceMap } = process.getBuiltinModule('node:module');
  const maps: Maps = new Map();
  return stack.replace(PLACE, (place, path: string, line: string, column: string) => {
    if (!maps.has(path)) maps.set(path, mapOf(world, path));
    const map = maps.get(path);
    const found = map && new SourceMap(map).findEntry(Number(line) - 1, Number(column) - 1);
    if (!found || !('originalSource' in found)) return place;
    const source = relative(world.packageDir, resolve(dirname(path), found.originalSource));
    return `${source}:${found.originalLine + 1}:${found.originalColumn + 1}`;
  });
};
