import { type Fields, stringOf } from './fields.ts';

/** Inputs that tell best what a tool is about to do, the most telling first. */
const TELLING = [
  'command',
  'file_path',
  'notebook_path',
  'path',
  'pattern',
  'query',
  'url',
  'description',
  'subject',
  'prompt',
];

/** The first telling input of a tool, its first line only; empty when there is none. */
export const toolDetail = (input: Fields): string => {
  const values = TELLING.map((name) => stringOf(input[name])?.trim());
  return values.find((value) => value)?.split('\n')[0] ?? '';
};
