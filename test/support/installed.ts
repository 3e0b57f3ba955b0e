import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE, type Sandbox } from './sandbox.ts';

/** What the package consists of. */
const parts = (): string[] =>
  (JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { files: string[] }).files;

/** Copies the package to where a package manager would have put it, and has the commands of the sandbox lead there. */
export const installed = (box: Sandbox, place = 'prefix/lib/node_modules/ai-runner'): string => {
  const folder = join(box.root, place);
  mkdirSync(folder, { recursive: true });
  for (const part of ['package.json', ...parts()].filter((name) => existsSync(join(PACKAGE, name))))
    cpSync(join(PACKAGE, part), join(folder, part), { recursive: true });
  for (const name of ['ai', 'ai-sessions', 'ai-status']) {
    rmSync(join(box.bin, name));
    symlinkSync(join(folder, 'shell/ai'), join(box.bin, name));
  }
  return folder;
};

/**
 * Puts a package manager first in PATH that notes its words (one line a call), environment and pid, and knows one version.
 * `lines` come before its answer.
 */
export const manager = (box: Sandbox, name: string, version: string, lines: readonly string[] = []): void =>
  box.program(
    name,
    [
      '#!/bin/sh',
      `out='${box.file('')}'`,
      `echo "$$" >"$out/${name}.pid"`,
      `/usr/bin/env -0 >"$out/${name}.env"`,
      ...lines,
      `case $1 in view) echo '${version}' ;; *) echo 'added 1 package'; echo 'a warning' >&2 ;; esac`,
      `echo "$*" >>"$out/${name}"`,
      '',
    ].join('\n'),
  );
