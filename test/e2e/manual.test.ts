import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reference } from '../support/commands.ts';
import { findProgram } from '../support/find-program.ts';
import { PACKAGE } from '../support/sandbox.ts';

const FOLDER = join(PACKAGE, 'dist/man');
const PAGES = ['ai-runnerrc.5', 'ai-sessions.1', 'ai-status.1', 'ai.1'];
const { commands, topics, selectionFlags } = reference();

/** The page as a reader sees it, in one column of words. */
const rendered = (page: string): string =>
  execFileSync(findProgram('mandoc'), ['-T', 'utf8', '-O', 'width=78', join(FOLDER, page)], {
    encoding: 'utf8',
  })
    // Bold and underlined are drawn twice.
    .replace(/.\x08/g, '');

const words = (text: string): string => text.replace(/\s+/g, ' ');

test('every source has a page, and package.json names it', () => {
  const sources = readdirSync(join(PACKAGE, 'man')).map((name) => name.replace(/\.md$/, ''));
  expect(sources.sort()).toEqual(PAGES);
  expect(readdirSync(FOLDER).sort()).toEqual(PAGES);
  const { man } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { man: string[] };
  expect(man.sort()).toEqual(PAGES.map((page) => `./dist/man/${page}`));
});

describe.each(PAGES)('%s', (page) => {
  test('mandoc has nothing to complain about', () => {
    const result = execFileSync(findProgram('mandoc'), ['-T', 'lint', '-W', 'warning', join(FOLDER, page)], {
      encoding: 'utf8',
    });
    expect(result).toBe('');
  });

  test('shows no markup, and has the sections that readers look for', () => {
    const text = rendered(page);
    expect(text).not.toMatch(/\{\{(?!name)|&\w+;|\*\*|\\f|undefined/);
    for (const title of ['NAME', 'SYNOPSIS', 'DESCRIPTION', 'FILES|ENVIRONMENT', 'EXAMPLES?', 'SEE ALSO'])
      expect(text).toMatch(new RegExp(`^(?:${title})$`, 'm'));
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});

test('ai(1) has every command with its flags, every flag of a session and every topic', () => {
  const text = words(rendered('ai.1'));
  for (const { summary, flags } of commands) {
    expect(text).toContain(words(summary.replaceAll('`', '')));
    for (const { names } of flags) expect(text).toContain(`--${names[0]}`);
  }
  for (const { summary } of selectionFlags) expect(text).toContain(words(summary));
  for (const { name } of topics) expect(text).toContain(name.replace('-', ' ').toUpperCase());
});

test('ai-runnerrc(5) has every key of the schema', () => {
  const schema = JSON.parse(readFileSync(join(PACKAGE, 'schema/ai-runnerrc.schema.json'), 'utf8'));
  const text = rendered('ai-runnerrc.5');
  for (const name of Object.keys(schema.properties).filter((key) => !key.startsWith('$')))
    expect(text).toMatch(new RegExp(`^   ${name}$`, 'm'));
  for (const key of Object.keys(schema.$defs.provider.properties))
    expect(text).toContain(`providers.ID.${key}`);
});

test('docs/commands.md is what the command list says: npm run reference', () => {
  const check = ['scripts/reference.mjs', '--check'];
  expect(() => execFileSync(process.execPath, check, { cwd: PACKAGE, stdio: 'pipe' })).not.toThrow();
});

/** Two builds on one day named by the builder are the same. */
test('a page can be built again to the byte', () => {
  const made = mkdtempSync(join(tmpdir(), 'ai-man-'));
  const code = `
    const { loadSource } = await import('${PACKAGE}/scripts/reference/source.mjs');
    const { buildManuals } = await import('${PACKAGE}/scripts/reference/manual.mjs');
    await buildManuals(await loadSource(), '${made}');`;
  execFileSync(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, SOURCE_DATE_EPOCH: '86400' },
  });
  const [first = ''] = readFileSync(join(made, 'ai.1'), 'utf8').split('\n');
  const whole = readFileSync(join(made, 'ai.1'), 'utf8').replace('1970-01-02', '');
  rmSync(made, { recursive: true });
  expect(first).toContain('"1970-01-02"');
  expect(whole).toBe(readFileSync(join(FOLDER, 'ai.1'), 'utf8').replace(/"\d{4}-\d\d-\d\d"/, '""'));
});
