import { isSection } from './tidy.ts';

/** What a value is, in the words of the file's author; never the value itself, which may be a secret. */
export const kindOf = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (isSection(value)) return 'a section';
  if (value instanceof Date) return 'a date';
  return (
    { string: 'a string', number: 'a number', boolean: 'true or false' }[typeof value as 'string'] ??
    'something else'
  );
};
