import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { PACKAGE } from './sandbox.ts';

/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** A page of the documentation. */
export interface Page {
  /** Relative to the package. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Code between backticks, outside of blocks. */
  readonly inline: readonly string[];
}

const FENCE = /^```(\w*)\n([\s\S]*?)^```$/gm;

const pageAt = (path: string): Page => {
  const text = readFileSync(join(PACKAGE, path), 'utf8');
  const prose = text.replace(FENCE, '');
  return {
    path,
    text,
    blocks: [...text.matchAll(FENCE)].map(([, language = '', code = '']) => ({ language, text: code })),
    inline: [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code),
  };
};

const docs = (): string[] =>
  readdirSync(join(PACKAGE, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`);

/** README and everything in docs/. */
export const pages = (): Page[] => ['README.md', ...docs()].map(pageAt);

/** GitHub's anchor of a headline. */
const anchorOf = (headline: string): string =>
  headline
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');

const anchors = (path: string): string[] =>
  [...readFileSync(join(PACKAGE, path), 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, line = '']) =>
    anchorOf(line),
  );

/** Links of a page that lead nowhere. Addresses on the network are not looked at. */
export const brokenLinks = ({ path, text }: Page): string[] =>
  [...text.replace(/```[\s\S]*?```|`[^`]*`/g, '').matchAll(/\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g)]
    .map(([, link, attribute]) => link ?? attribute ?? '')
    .filter((link) => !/^https?:/.test(link))
    .filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : relative(PACKAGE, join(PACKAGE, dirname(path), file));
      if (!existsSync(join(PACKAGE, target))) return true;
      return anchor !== undefined && !anchors(target).includes(anchor);
    });
