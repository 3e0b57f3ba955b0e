import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox } from './sandbox.ts';

/** As Claude Code lays out its help; the flags that the scenarios use. */
const HELP = `Options:
  -c, --continue                    Continue
  --allowedTools, --allowed-tools <tools...>  Tools
  --max-turns <count>               Turns
  -p, --print                       Print
  -r, --resume [value]              Resume
  --output-format <format>          Format
`;

/**
 * Puts a tool first in PATH that notes `env`, `args` (one a line), `stdin`, and then does what `lines` say; its answer is
 * `done`. `$out` is the folder of the notes.
 */
export const fakeTool = (box: Sandbox, lines: readonly string[] = [], name = 'claude'): void => {
  const out = box.file('');
  box.program(
    name,
    [
      '#!/bin/sh',
      `case \${1-} in --help) cat <<'EOF'`,
      `${HELP}EOF`,
      'exit ;; esac',
      `out='${out}'`,
      '/usr/bin/env -0 >"$out/env"',
      `printf '%s\\n' "$@" >"$out/args"`,
      'if [ ! -t 0 ]; then cat >"$out/stdin"; fi',
      'echo "$$" >"$out/pid.new" && mv "$out/pid.new" "$out/pid"',
      ...lines,
      'echo done',
      '',
    ].join('\n'),
  );
};

/** The user's configuration: a provider with a key of its own, and whatever a scenario adds to it. */
export const ownProvider = (box: Sandbox, more: object = {}, others: object = {}): void =>
  void box.plant(
    '.ai-runnerrc',
    JSON.stringify({ providers: { apikey: { apiKey: { env: 'OWN_KEY' }, ...more }, ...others } }),
  );

/** Writes a file into the working folder and returns its name. */
export const inWork = (box: Sandbox, name: string, text: string | Buffer, mode = 0o644): string => {
  writeFileSync(join(box.work, name), text, { mode });
  return name;
};
