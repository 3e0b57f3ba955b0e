import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toolHelp } from '../../src/facts/tool-help.ts';
import { files } from '../../src/node/files.ts';
import { run } from '../../src/node/run.ts';
import type { Arity } from '../../src/tools/known-flags.ts';
import { PROGRAMS } from '../../src/tools/programs.ts';
import type { World } from '../../src/world.ts';
import { claude, claude197, clientEnv, codex, runClient } from '../support/clients.ts';

/** Nobody listens there: help and errors need no network. */
const NOWHERE = 'http://127.0.0.1:9';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'ai-flags-'));
});

afterEach(() => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));

/** A world in which the program is on PATH under the given name. */
const worldWith = (name: string, program: string, start = run): World => {
  const folder = join(home, 'bin');
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, name), { force: true });
  symlinkSync(program, join(folder, name));
  const env = clientEnv(home, NOWHERE, { PATH: folder });
  return { env, home, packageDir: home, cwd: () => home, run: start, files } as unknown as World;
};

const rows: [string, 'cc' | 'codex', () => string, Record<string, Arity>][] = [
  [
    'Claude Code 2.1.330',
    'cc',
    claude,
    { '--allowed-tools': 'many', '--cloud': 'optional', '-c': 'none', '--settings': 'one', '-p': 'text' },
  ],
  [
    'Claude Code 2.1.197',
    'cc',
    claude197,
    {
      '--allowedTools': 'many',
      '-r': 'optional',
      '--verbose': 'none',
      '--model': 'one',
      '--max-turns': 'one',
    },
  ],
  [
    'Codex 0.169.0',
    'codex',
    codex,
    { '--image': 'many', '-c': 'one', '--search': 'none', '--json': 'none', '--output-schema': 'one' },
  ],
];

test.each(rows)('the flags of %s are read from its help, and kept', (_, tool, program, expected) => {
  const { name } = PROGRAMS[tool];
  const first = toolHelp(worldWith(name, program()), tool);
  expect(Object.fromEntries(first.flags)).toMatchObject(expected);
  const idle = () => ({ status: 1, stdout: '', stderr: '' });
  expect(toolHelp(worldWith(name, program(), idle), tool)).toEqual(first);
});

const SAMPLES: Readonly<Record<string, string>> = {
  '--thinking': 'disabled',
  '--thinking-display': 'omitted',
};

const withValues = ([flag, arity]: [string, Arity]): string[] =>
  arity === 'one' || arity === 'many' ? [flag, SAMPLES[flag] ?? '1'] : [flag];

test.each([
  ['cc', claude, [], /unknown option '--no-such-flag'/],
  ['codex', codex, ['exec'], /unexpected argument '--no-such-flag'/],
] as const)(
  '%s knows the flags that its help leaves out, and takes as many values',
  async (tool, program, command, said) => {
    const words = Object.entries(PROGRAMS[tool].unlisted).flatMap(withValues);
    const args = [...command, ...words, '--no-such-flag'];
    const { stderr } = await runClient(program(), args, clientEnv(home, NOWHERE, {}));
    expect(stderr).toMatch(said);
  },
);
