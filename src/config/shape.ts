import { suggestion } from '../nearest.ts';
import { kindOf } from './found.ts';
import { type KeyPath, type Problem, quoted } from './problem.ts';
import { isSection, type Section } from './tidy.ts';

/** As much of a valibot schema as says which keys there are. */
interface Shape {
  readonly type: string;
  readonly wrapped?: Shape;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly value?: Shape;
}

/** What the schema library lets pass: keys nobody knows, and lists or dates in place of a section. */
export interface ShapeFindings {
  /** Unknown keys; they are ignored. */
  readonly unknown: Problem[];
  readonly wrong: Problem[];
}

const unknownKey = (path: KeyPath, name: string, known: readonly string[]): Problem => ({
  path: [...path, name],
  text: `unknown key ${quoted(name)}`,
  ...suggestion(name, known),
});

const visitEntries = (
  entries: Readonly<Record<string, Shape>>,
  section: Section,
  path: KeyPath,
  findings: ShapeFindings,
) => {
  for (const [name, value] of Object.entries(section)) {
    const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
    if (entry === undefined) findings.unknown.push(unknownKey(path, name, Object.keys(entries)));
    else visit(entry, value, [...path, name], findings);
  }
};

const visitSection = (shape: Shape, section: Section, path: KeyPath, findings: ShapeFindings): void => {
  if (shape.entries !== undefined) visitEntries(shape.entries, section, path, findings);
  const { value } = shape;
  if (value === undefined) return;
  for (const [name, item] of Object.entries(section)) visit(value, item, [...path, name], findings);
};

const visit = (shape: Shape, value: unknown, path: KeyPath, findings: ShapeFindings): void => {
  if (shape.wrapped !== undefined) visit(shape.wrapped, value, path, findings);
  if (shape.type !== 'object' && shape.type !== 'record') return;
  if (isSection(value)) visitSection(shape, value, path, findings);
  // Whatever is no object at all is reported by the schema itself.
  else if (typeof value === 'object') {
    findings.wrong.push({ path, text: `expected a section (keys with values), found ${kindOf(value)}` });
  }
};

/** Walks data and schema side by side. */
export const compareShape = (schema: Shape, data: unknown): ShapeFindings => {
  const findings: ShapeFindings = { unknown: [], wrong: [] };
  visit(schema, data, [], findings);
  return findings;
};
