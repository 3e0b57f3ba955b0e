import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** A program that was bundled from TypeScript, and the folder it lies in. */
export interface Bundle {
  readonly folder: string;
  readonly program: string;
  remove(): void;
}

/** Bundles a file of this folder, so that plain Node.js runs it in a process of its own. */
export const bundle = (entry: string): Bundle => {
  const folder = mkdtempSync(join(tmpdir(), 'ai-script-'));
  const program = join(folder, 'program.cjs');
  buildSync({
    entryPoints: [join(__dirname, entry)],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    logLevel: 'warning',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '__module_url' },
    banner: { js: 'const __module_url="file://"+__filename;' },
  });
  return { folder, program, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
