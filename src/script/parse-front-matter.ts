import * as v from 'valibot';
import { fromIssue } from '../config/issue.ts';
import type { SyntaxFault } from '../config/json.ts';
import type { Problem } from '../config/problem.ts';
import { defaultsSchema, key } from '../config/sections.ts';
import { compareShape } from '../config/shape.ts';
import { isSection, type Section, tidy } from '../config/tidy.ts';
import { parseYaml } from '../config/yaml.ts';
import { UserError } from '../errors.ts';
import type { Block } from './block.ts';
import { declarations } from './declarations.ts';
import type { FrontMatter } from './front-matter.ts';

/** The keys of the configuration's `defaults`, and two of a script's own. */
const schema = () =>
  v.object({
    ...defaultsSchema().entries,
    live: key(v.boolean(), 'Show the work as it is done.'),
    vars: key(v.unknown(), 'Variables of the script.'),
  });

type Choice = v.InferOutput<ReturnType<typeof schema>>;

interface Findings {
  readonly choice: Choice;
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

const HINT = 'Correct the front matter: YAML between the two --- lines.';

const exclusive = ({ tier, model }: Choice): Problem[] =>
  tier === undefined || model === undefined
    ? []
    : [{ path: ['model'], text: 'a model and a tier exclude each other', hint: 'leave one of them out' }];

const checkChoice = (section: Section): Findings => {
  const { vars: _, ...rest } = section;
  const { data, problems } = tidy(rest);
  if (problems.length > 0) return { choice: {}, errors: problems, warnings: [] };
  const shape = schema();
  const { unknown } = compareShape(shape, data);
  const result = v.safeParse(shape, data);
  if (!result.success) return { choice: {}, errors: result.issues.map(fromIssue), warnings: unknown };
  return { choice: result.output, errors: exclusive(result.output), warnings: unknown };
};

const broken = (fault: SyntaxFault, file: string): UserError => {
  const place = [file, fault.line, fault.column].filter((part) => part !== undefined).join(':');
  return new UserError(`${place}: ${fault.reason}`, { hint: HINT });
};

/** One line a problem, with the line of the file. */
const messages = async (problems: readonly Problem[], source: string, file: string): Promise<string[]> => {
  if (problems.length === 0) return [];
  const [{ describe }, { locate }] = await Promise.all([
    import('../config/report.ts'),
    import('../config/locate.ts'),
  ]);
  const places = await locate(source);
  return problems.map((problem) => describe(problem, file, places));
};

/**
 * Reads the text between the `---` lines.
 * @param isMeant whether keys of ours stand in it, so that it is front matter even when it is broken
 * @returns `undefined` when it is no YAML mapping and not meant to be one
 * @throws UserError with file, line and key of everything that is wrong
 */
export const parseFrontMatter = async (
  block: Block,
  isMeant: boolean,
  file: string,
): Promise<FrontMatter | undefined> => {
  // Empty lines in front make the parsers count the lines of the file.
  const source = '\n'.repeat(block.line - 1) + block.text;
  const parsed = parseYaml(file, source);
  if ('fault' in parsed) {
    if (isMeant) throw broken(parsed.fault, file);
    return undefined;
  }
  if (!isSection(parsed.data)) return undefined;
  const { choice, errors, warnings } = checkChoice(parsed.data);
  const { variables, problems } = declarations(parsed.data.vars, block.text);
  const wrong = await messages([...errors, ...problems], source, file);
  if (wrong.length > 0) throw new UserError(wrong.join('\n'), { hint: HINT });
  const { live, vars: _, ...selection } = choice;
  return { selection, live, variables, warnings: await messages(warnings, source, file) };
};
