import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const SRC = join(ROOT, 'src');

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** One import of one source file: by a path below `src`, or the name of a package. */
interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

const IMPORT = /^(?:import|export) (type )?(?:[^'"]*? from )?'([^']+)';|import\('([^']+)'\)/gm;

const importsOf = (file: string): Import[] =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, type, named, lazy]) => {
    const to = named ?? lazy ?? '';
    const target = to.startsWith('.') ? relative(SRC, join(dirname(file), to)) : to;
    return { from: relative(SRC, file), to: target, isType: type !== undefined };
  });

const IMPORTS = filesIn(SRC).flatMap(importsOf);
const PURE = ['plan', 'providers', 'tools', 'shells', 'ask', 'completions', 'prompt', 'text'];
const within = (path: string, folders: readonly string[]): boolean =>
  folders.includes(path.split('/')[0] ?? '');
const shown = (imports: readonly Import[]): string[] => imports.map(({ from, to }) => `${from} → ${to}`);

test('the reading of imports sees them', () => {
  expect(shown(IMPORTS)).toEqual(
    expect.arrayContaining([
      'entries/core.ts → main.ts',
      'main.ts → commands/index.ts',
      'shells/quote.ts → shell-quote/quote.js',
    ]),
  );
});

test('nothing but the way in imports commands', () => {
  const ways = ['main.ts', 'overview.ts', 'help.ts'];
  const wrong = IMPORTS.filter(
    ({ from, to, isType }) =>
      !isType && within(to, ['commands']) && !within(from, ['commands', 'entries']) && !ways.includes(from),
  );
  expect(shown(wrong)).toEqual([]);
});

test('what is pure does no input or output', () => {
  const allowed = ['node:path', 'node:util', 'shell-quote', 'shell-quote/quote.js', 'fastest-levenshtein'];
  const wrong = IMPORTS.filter(
    ({ from, to, isType }) => within(from, PURE) && !isType && !to.endsWith('.ts') && !allowed.includes(to),
  );
  expect(shown(wrong)).toEqual([]);
});

test('what is pure depends on nothing that is not, but for types', () => {
  const allowed = [...PURE, 'errors.ts', 'nearest.ts'];
  const wrong = IMPORTS.filter(
    ({ from, to, isType }) => within(from, PURE) && to.endsWith('.ts') && !within(to, allowed) && !isType,
  );
  expect(shown(wrong)).toEqual([]);
});

/** The folders and files of `src`, the lowest first: each may import from its own line and from those above it. */
const LAYERS: readonly (readonly string[])[] = [
  ['errors.ts', 'flags.ts', 'world.ts', 'command-names.ts', 'ask', 'shells'],
  ['nearest.ts', 'text'],
  ['parse.ts', 'plan', 'providers', 'tools', 'completions'],
  ['prompt', 'sessions'],
  ['config', 'secrets', 'statusline', 'update'],
  ['facts', 'help'],
  ['start'],
  ['readiness'],
  ['models'],
  ['status', 'pick'],
  ['run', 'live', 'script', 'node'],
  ['airun', 'candidates', 'doctor'],
  ['help.ts'],
  ['commands'],
  ['overview.ts', 'trace.ts'],
  ['attempt.ts'],
  ['main.ts'],
  ['entries'],
];

/** Folders that share a line and know each other: a plan is made of providers and tools, a run of scripts and what is seen live. */
const PARTNERS = [
  ['plan', 'providers', 'tools'],
  ['config', 'secrets'],
  ['run', 'live', 'script', 'node'],
];

const partOf = (path: string): string => path.split('/')[0] ?? '';
const layerOf = (path: string): number => LAYERS.findIndex((layer) => layer.includes(partOf(path)));

test('every folder has its layer', () => {
  expect(LAYERS.flat().sort()).toEqual(readdirSync(SRC).sort());
});

test('imports lead to lower layers', () => {
  const isFine = (from: string, to: string): boolean =>
    partOf(from) === partOf(to) ||
    layerOf(to) < layerOf(from) ||
    PARTNERS.some((partners) => within(from, partners) && within(to, partners));
  const wrong = IMPORTS.filter(({ from, to, isType }) => to.endsWith('.ts') && !isType && !isFine(from, to));
  expect(shown(wrong)).toEqual([]);
});

/** The files on the first circle of imports that is found from a file; none where there is no circle. */
const circleFrom = (file: string, next: (file: string) => readonly string[]): readonly string[] => {
  const done = new Set<string>();
  const visit = (at: string, path: readonly string[]): readonly string[] => {
    if (path.includes(at)) return [...path.slice(path.indexOf(at)), at];
    if (done.has(at)) return [];
    const circle = next(at).map((each) => visit(each, [...path, at]));
    done.add(at);
    return circle.find((each) => each.length > 0) ?? [];
  };
  return visit(file, []);
};

test('no file imports itself through others', () => {
  expect(circleFrom('a', (file) => ({ a: ['b'], b: ['c'], c: ['b'] })[file] ?? [])).toEqual(['b', 'c', 'b']);
  const next = (file: string) =>
    IMPORTS.filter(({ from, isType }) => from === file && !isType).map(({ to }) => to);
  const files = filesIn(SRC).map((file) => relative(SRC, file));
  expect(files.flatMap((file) => circleFrom(file, next))).toEqual([]);
});

test('providers and tools know nothing of shells, shells nothing of providers', () => {
  const wrong = IMPORTS.filter(
    ({ from, to, isType }) =>
      !isType &&
      ((within(from, ['providers', 'tools']) && within(to, ['shells'])) ||
        (within(from, ['shells']) && within(to, ['providers', 'plan']))),
  );
  expect(shown(wrong)).toEqual([]);
});

test('only the world, and what it is made of, touches the process', () => {
  const system = /^node:(?:fs|child_process|http|https|net|tty)$/;
  const allowed = ['config/read-file.ts'];
  const wrong = IMPORTS.filter(
    ({ from, to, isType }) =>
      system.test(to) && !isType && !within(from, ['node']) && !allowed.includes(from),
  );
  expect(shown(wrong)).toEqual([]);
});

const lines = (file: string): number => readFileSync(file, 'utf8').trimEnd().split('\n').length;

test('rooms are small', () => {
  const files = [...filesIn(SRC), ...filesIn(join(ROOT, 'shell'))];
  const sizes = files.map(lines).sort((a, b) => a - b);
  expect(files.filter((file) => lines(file) > 200)).toEqual([]);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60);
});
