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
const PURE = ['plan', 'providers', 'tools', 'shells'];
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

test('plan, providers, tools and shells do no input or output', () => {
  const allowed = ['node:path', 'shell-quote/quote.js', 'fastest-levenshtein'];
  const wrong = IMPORTS.filter(
    ({ from, to, isType }) => within(from, PURE) && !isType && !to.endsWith('.ts') && !allowed.includes(to),
  );
  expect(shown(wrong)).toEqual([]);
});

test('what is pure depends on nothing that is not, but for types', () => {
  const others = ['commands', 'config', 'facts', 'sessions', 'secrets', 'start', 'run', 'live', 'node'];
  const wrong = IMPORTS.filter(({ from, to, isType }) => within(from, PURE) && within(to, others) && !isType);
  expect(shown(wrong)).toEqual([]);
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
