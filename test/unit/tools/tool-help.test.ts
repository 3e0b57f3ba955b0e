import { toolHelp } from '../../../src/facts/tool-help.ts';
import type { CommandOptions, CommandResult } from '../../../src/world.ts';
import { CLAUDE_HELP, CODEX_EXEC_HELP, CODEX_HELP } from './help-text.ts';
import { type Machine, machine } from './machine.ts';

const CACHE = '/home/user/.ai-runner/cache/cc-flags.json';

const PAGES: Record<string, string> = {
  '/bin/claude --help': CLAUDE_HELP,
  '/bin/codex --help': CODEX_HELP,
  '/bin/codex exec --help': CODEX_EXEC_HELP,
};

/** A machine with both tools, and the command lines that were run on it. */
const both = (parts: Partial<Machine> = {}) => {
  const lines: string[] = [];
  const world = machine({
    run: (line: string): Partial<CommandResult> => {
      lines.push(line);
      return { stdout: PAGES[line] ?? '' };
    },
    ...parts,
    files: {
      '/bin/claude': { link: '/lib/claude' },
      '/lib/claude': { text: 'one' },
      '/bin/codex': {},
      ...parts.files,
    },
  });
  return { world, lines };
};

test('flags are read once, then kept in a file that only we write', () => {
  const { world, lines } = both();
  const first = toolHelp(world, 'cc');
  expect(Object.fromEntries(first.flags)).toMatchObject({
    '--allowed-tools': 'many',
    '--resume': 'optional',
    '-p': 'text',
    '--max-turns': 'one',
  });
  expect(toolHelp(world, 'cc')).toEqual(first);
  expect(lines).toEqual(['/bin/claude --help']);
  expect(JSON.parse(world.files.read(CACHE))).toMatchObject({ flags: { '--resume': 'optional' } });
});

test('Codex has the flags of its command for prompts, too', () => {
  const { world, lines } = both();
  const { flags } = toolHelp(world, 'codex');
  expect(Object.fromEntries(flags)).toMatchObject({
    '-c': 'one',
    '--search': 'none',
    '--json': 'none',
    '-o': 'one',
  });
  expect(lines).toEqual(['/bin/codex --help', '/bin/codex exec --help']);
});

test('the help is read without a look for updates, in the user’s own environment', () => {
  const seen: CommandOptions[] = [];
  const run = (_: string, options: CommandOptions) => {
    seen.push(options);
    return { stdout: CLAUDE_HELP };
  };
  toolHelp(both({ run, env: { PATH: '/bin', HOME: '/h' } }).world, 'cc');
  expect(seen).toEqual([
    {
      env: {
        PATH: '/bin',
        HOME: '/h',
        CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
        DISABLE_AUTOUPDATER: '1',
      },
      timeoutMs: 10_000,
      stdout: 'capture',
    },
  ]);
});

test.each([
  ['another time', { text: 'one', changed: 2 }],
  ['another size', { text: 'three' }],
])('a binary with %s is another version', (_, binary) => {
  const { world, lines } = both();
  toolHelp(world, 'cc');
  const updated = both({
    files: { '/lib/claude': binary, [CACHE]: { text: world.files.read(CACHE) } },
  });
  expect(toolHelp(updated.world, 'cc').flags.get('--model')).toBe('one');
  expect([lines, updated.lines]).toEqual([['/bin/claude --help'], ['/bin/claude --help']]);
});

test('a link to another binary is another version', () => {
  const { world } = both();
  toolHelp(world, 'cc');
  const moved = both({
    files: {
      '/bin/claude': { link: '/lib/claude-2' },
      '/lib/claude-2': { text: 'two' },
      [CACHE]: { text: world.files.read(CACHE) },
    },
  });
  toolHelp(moved.world, 'cc');
  expect(moved.lines).toHaveLength(1);
});

const KEY = '1 1 3 /lib/claude';
const damaged: [string, string][] = [
  ['no JSON', '{'],
  ['null', 'null'],
  ['no flags', JSON.stringify({ key: KEY, flags: {} })],
  ['a foreign arity', JSON.stringify({ key: KEY, flags: { '--model': 'few' } })],
  ['flags of another shape', JSON.stringify({ key: KEY, flags: ['--model'] })],
];

test.each(damaged)('a cache with %s is read anew', (_, text) => {
  const { world, lines } = both({ files: { [CACHE]: { text } } });
  expect(toolHelp(world, 'cc').flags.get('--model')).toBe('one');
  expect(lines).toHaveLength(1);
});

test('the cache is believed when it is for this binary', () => {
  const text = JSON.stringify({ key: KEY, flags: { '--from-cache': 'none' } });
  const { world, lines } = both({ files: { [CACHE]: { text } } });
  expect(toolHelp(world, 'cc').flags.get('--from-cache')).toBe('none');
  expect(lines).toEqual([]);
});

test.each<[string, Partial<Machine>]>([
  ['nothing can be written', { readOnly: true }],
  ['there is no home folder', { home: undefined }],
])('where %s, the flags are known all the same', (_, parts) => {
  const { world } = both(parts);
  expect(toolHelp(world, 'cc').flags.get('--model')).toBe('one');
  expect(toolHelp(world, 'cc').problem).toBeUndefined();
});

const pages = (broken: string, result: Partial<CommandResult>) => (line: string) =>
  line === broken ? result : { stdout: PAGES[line] ?? '' };

test.each<[string, 'cc' | 'codex', Partial<Machine>, string]>([
  ['no tool', 'cc', { env: { PATH: '/usr/bin' } }, 'claude is not on PATH'],
  [
    'a failing tool',
    'cc',
    { run: pages('/bin/claude --help', { status: 1, stdout: CLAUDE_HELP }) },
    '`/bin/claude --help` lists no flags',
  ],
  [
    'a tool that was stopped',
    'cc',
    { run: pages('/bin/claude --help', { status: null }) },
    '`/bin/claude --help` lists no flags',
  ],
  [
    'another text',
    'cc',
    { run: pages('/bin/claude --help', { stdout: 'hello' }) },
    '`/bin/claude --help` lists no flags',
  ],
  [
    'one page missing',
    'codex',
    { run: pages('/bin/codex exec --help', { status: 2 }) },
    '`/bin/codex --help` lists no flags',
  ],
])('%s: nothing is known, and nothing is kept', (_, tool, parts, problem) => {
  const { world } = both(parts);
  expect(toolHelp(world, tool)).toEqual({ flags: new Map(), problem });
  expect(() => world.files.read(`/home/user/.ai-runner/cache/${tool}-flags.json`)).toThrow('ENOENT');
});
