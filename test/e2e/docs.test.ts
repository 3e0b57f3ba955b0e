import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { reference } from '../support/commands.ts';
import { brokenLinks, type Page, pages } from '../support/markdown.ts';
import { type Playground, playground } from '../support/playground.ts';
import { runProgram } from '../support/run.ts';
import { until } from '../support/run-sandbox.ts';
import { PACKAGE, useSharedSandbox } from '../support/sandbox.ts';
import { bash, fish, zsh } from '../support/shells.ts';

const PAGES = pages();
const { commands } = reference();
const titled = (page: Page) => [page.path, page] as const;
const page = (path: string): Page => PAGES.find((each) => each.path === path) as Page;
const box = useSharedSandbox();

test('every page is in the index, and every link leads somewhere', () => {
  const index = page('docs/README.md').text;
  const missing = PAGES.filter(
    ({ path }) => /^docs\/(?!README)/.test(path) && !index.includes(`(${path.slice(5)})`),
  );
  expect(missing.map(({ path }) => path)).toEqual([]);
  expect(PAGES.flatMap((each) => brokenLinks(each).map((link) => `${each.path}: ${link}`))).toEqual([]);
});

const CHECKS: Readonly<Record<string, readonly string[]>> = {
  sh: [bash.path, '-n'],
  bash: [bash.path, '-n'],
  zsh: [zsh.path, '-f', '-n'],
  fish: [fish.path, '--no-config', '--no-execute'],
};

const shellBlocks = ({ blocks }: Page) =>
  blocks.flatMap(({ language, text }) => {
    const said = /^# (bash|zsh|fish)$/m.exec(text)?.[1];
    const check = CHECKS[said ?? (text.includes('| source') ? 'fish' : language)];
    return CHECKS[language] && check ? [{ check, text }] : [];
  });

/** A block that shows bash and fish side by side is code of neither. */
const isMixed = (text: string): boolean => text.includes('| source') && text.includes('eval "$(');

describe.each(PAGES.map(titled))('%s', (_path, each) => {
  test('code is code in the language that it says', () => {
    for (const { check, text } of shellBlocks(each).filter((block) => !isMixed(block.text))) {
      box.plant('code', text);
      const result = runProgram(box, [...check, join(box.home, 'code')]);
      expect({ text, ...result }).toMatchObject({ text, status: 0, stderr: '' });
    }
    for (const { language, text } of each.blocks) {
      if (language === 'yaml') expect(parseYaml(text)).toBeTruthy();
      if (language === 'json') expect(JSON.parse(text)).toBeTruthy();
    }
  });

  test('commands and flags are those of the program', () => {
    const lines = [...shellBlocks(each).flatMap(({ text }) => text.split('\n')), ...each.inline];
    expect(lines.flatMap(strangeFlags)).toEqual([]);
  });
});

/** Command lines of ours in a line of code: the words up to the next pipe, redirection or comment. */
const calls = (line: string): string[][] =>
  [...line.matchAll(/(?<![\w./~-])(ai(?:-\w+)?)((?: +(?:"[^"]*"|[^\s|<>;&)#"`]+))+)/g)].map(
    ([, program = '', rest = '']) => [program, ...rest.trim().split(/ +/)],
  );

/** Flags of Claude Code that the documentation passes through. */
const TOOL_FLAGS = ['resume', 'continue', 'allowedTools', 'output-format'];

const known = new Map(commands.map((command) => [command.name, command.flags.flatMap(({ names }) => names)]));

const strangeFlags = (line: string): string[] =>
  calls(line).flatMap(([program = '', first = '', ...others]) => {
    const named = program === 'ai' ? first : program.slice('ai-'.length);
    const name = known.has(named) ? named : 'run';
    const words = [first, ...others];
    const end = words.indexOf('--');
    // Behind a prompt file stand the script's own variables.
    if (words.some((word) => word.endsWith('.md'))) return [];
    return (end < 0 ? words : words.slice(0, end))
      .filter((word) => /^--?[a-z]/.test(word))
      .map((word) => word.replace(/^--?|[=,.:].*$/g, ''))
      .filter((flag) => !known.get(name)?.includes(flag) && !(name === 'run' && TOOL_FLAGS.includes(flag)))
      .map((flag) => `${line.trim()}: --${flag}`);
  });

test('the search for flags sees them', () => {
  expect(calls('eval "$(ai env --aws --nope)" # ai')).toEqual([['ai', 'env', '--aws', '--nope']]);
  expect(strangeFlags('x | ai-sessions --jsn | ai --opuss')).toHaveLength(2);
});

test('every configuration that is shown is one', () => {
  const shown = PAGES.flatMap(({ path, blocks }) =>
    blocks
      .filter(
        ({ language, text }) =>
          language === 'yaml' && /^(?:defaults|profiles|providers|prompt|hooks):/m.test(text),
      )
      .map(({ text }) => ({ path, text })),
  );
  expect(shown.length).toBeGreaterThan(1);
  for (const { path, text } of shown) {
    const file = box.plant('.ai-runnerrc', text);
    const { status, stderr } = runProgram(box, ['ai', 'config', 'validate', file]);
    expect({ path, text, status, stderr }).toMatchObject({ path, text, status: 0 });
  }
});

test('the tests that docs/security.md names are there', () => {
  const named = page('docs/security.md').inline.filter((code) => code.startsWith('test/'));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((path) => !existsSync(join(PACKAGE, path)))).toEqual([]);
});

describe('what docs/scripting.md shows works', () => {
  let machine: Playground;
  beforeEach(async () => {
    machine = await playground();
  });
  afterEach(() => machine.close());

  const scripts = page('docs/scripting.md').blocks.filter(({ language }) => language === 'sh');

  test.each(scripts.map(({ text }) => [text.split('\n')[0], text]))('%s', async (_title, text) => {
    const { status, stderr } = await machine.type(`set -e\n${text}`);
    expect({ status, stderr }).toEqual({ status: 0, stderr });
    expect(stderr).not.toMatch(/not found|error/);
    // What waits for the end of a run needs a moment.
    await until('no session is left', () => machine.box.sessions().length === 0);
  });
});
