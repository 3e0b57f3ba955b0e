import { openScript } from './first-line.ts';
import { type FrontMatter, partFrontMatter } from './front-matter.ts';
import { unusedVariables } from './variables.ts';

/** An executable Markdown file, or a piped text of the same form. */
export interface Script extends Omit<FrontMatter, 'warnings'> {
  /** Words of a first line that runs us; empty without one. */
  readonly shebang: readonly string[];
  /** The prompt: every byte behind first line and front matter, placeholders and all. */
  readonly body: Buffer;
  /** For stderr, one line each. */
  readonly warnings: readonly string[];
}

const foreignLine = (file: string): string =>
  `${file}:1: the first line runs another program, not ai; it stays in the prompt`;

/**
 * Reads a script. Nothing in it is executed or expanded.
 * @param bytes the whole file; what is no UTF-8 survives in the body
 * @param file its name as it was typed, for messages
 * @throws UserError with file and line for a broken first line or front matter
 */
export const readScript = async (bytes: Buffer, file: string): Promise<Script> => {
  const { shebang, foreign, text, line } = openScript(bytes, file);
  const { frontMatter, body } = await partFrontMatter(text, line, file);
  const { warnings, ...rest } = frontMatter;
  const unused = unusedVariables(rest.variables, body).map(
    ({ name }) => `${file}: the variable ${name} is declared, but {{${name}}} does not occur`,
  );
  return {
    ...rest,
    shebang: shebang?.words ?? [],
    body: Buffer.from(body, 'latin1'),
    warnings: [...(foreign ? [foreignLine(file)] : []), ...warnings, ...unused],
  };
};
