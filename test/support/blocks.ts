import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE } from './sandbox.ts';

/** The fenced blocks of a page, relative to the package, without their fences. */
export const blocks = (page: string): string[] =>
  [...readFileSync(join(PACKAGE, page), 'utf8').matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map(
    ([, text = '']) => text,
  );
