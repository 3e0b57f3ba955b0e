import { escapeJson } from './escape.ts';

/** JSON for people and programs: indented, and harmless to a terminal. */
export const prettyJson = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).split('\n').map(escapeJson).join('\n')}\n`;
