import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from '../support/markdown.ts';
import { PACKAGE } from '../support/sandbox.ts';

const FOLDER = join(PACKAGE, 'docs/images');
const PICTURES = readdirSync(FOLDER).sort();

const module = (path: string, code: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', code.replace('PATH', join(PACKAGE, path))], {
    encoding: 'utf8',
  });

test('every scene has its picture, and no picture is without a scene', () => {
  const code =
    "import { SCENES } from 'PATH'; console.log(JSON.stringify(SCENES.map(({ name }) => `${name}.svg`)));";
  const names = JSON.parse(module('scripts/screenshots/scenes/index.mjs', code)) as string[];
  expect([...names].sort()).toEqual(PICTURES);
});

test('every picture is shown on a page', () => {
  const shown = pages()
    .map(({ text }) => text)
    .join();
  expect(PICTURES.filter((name) => !shown.includes(`images/${name}`))).toEqual([]);
});

/** Where homes and clones lie, and the end of a user's name: what was on the machine that drew them. */
const PRIVATE = /\/(?:home|Users|root|tmp|var)\b|\w@/;

test.each(PICTURES)('%s tells nothing of the machine, nor of the day', (name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8').replace(/<style>[\s\S]*?<\/style>/, '');
  expect(text).not.toContain(`${PACKAGE}/`);
  expect(text).not.toMatch(PRIVATE);
  expect(text).not.toMatch(/\b\d{4}-\d\d-\d\d\b|\b\d{10}\b(?<!1767225600)/);
  expect(text).toMatch(/<text [^>]*>[^<]/);
});

const DRAWN = `
  import headless from '@xterm/headless';
  import { toSvg } from 'PATH';
  const screen = new headless.Terminal({ cols: 30, rows: 5, allowProposedApi: true });
  const text = 'a  \\x1b[1;31mb<&\\x1b[0m\\r\\n\\x1b[7mc\\x1b[0m \\u754c d\\r\\n';
  await new Promise((resolve) => screen.write(text, resolve));
  console.log(toSvg(screen, 'A & B'));`;

test('a screen is drawn with its words, colours and places', () => {
  const code = DRAWN.replace(
    "'@xterm/headless'",
    `'${join(PACKAGE, 'node_modules/@xterm/headless/lib-headless/xterm-headless.js')}'`,
  );
  const drawn = module('scripts/screenshots/svg.mjs', code);
  const words = [...drawn.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*?(?: class="([^"]+)")?>([^<]+)</g)];
  expect(words.map(([, x, y, style, text]) => [text, x, y, style])).toEqual([
    ['a', '16', '48', undefined],
    ['b&#60;&#38;', '41.2', '48', 'f1 bold'],
    ['c', '16', '67', 'paper'],
    ['\u754c d', '32.8', '67', undefined],
  ]);
  expect(drawn).toContain('class="bink"');
  expect(drawn).toContain('A &#38; B</title>');
  expect(drawn).toContain('prefers-color-scheme:dark');
});
