import type { Writable } from 'node:stream';
import type { TextEvent } from './event.ts';

/** Newlines that a blank line between two paragraphs needs. */
const BLANK_LINE = 2;

/** The answer on its way to stdout: paragraphs apart by a blank line, a newline at the end, nothing else added. */
export interface Answer {
  /** Resolves when stdout has taken the text. @throws the stream's error, e.g. EPIPE */
  text(event: Pick<TextEvent, 'text' | 'begins'>): Promise<void>;
  /** Ends the line that was begun; what comes next is another paragraph. */
  endLine(): Promise<void>;
  readonly begun: boolean;
  readonly atLineStart: boolean;
}

const write = (stdout: Writable, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });

const leadingNewlines = (text: string): number => /^\n*/.exec(text)?.[0].length ?? 0;
const trailingNewlines = (text: string): number => text.length - text.replace(/\n+$/, '').length;

const endsInHalf = (text: string): boolean => /[\ud800-\udbff]$/.test(text);

/** Starts with nothing written. */
export const openAnswer = (stdout: Writable): Answer => {
  let begun = false;
  let newlines = 0;
  // One character may come in two pieces, half a surrogate pair each; a half alone cannot be written.
  let half = '';

  const put = async (text: string): Promise<void> => {
    const whole = half + text;
    half = endsInHalf(whole) ? whole.slice(-1) : '';
    const ready = whole.slice(0, whole.length - half.length);
    if (ready === '') return;
    const trailing = trailingNewlines(ready);
    newlines = trailing === ready.length ? newlines + trailing : trailing;
    begun = true;
    await write(stdout, ready);
  };
  const gap = (text: string): string =>
    '\n'.repeat(begun ? Math.max(0, BLANK_LINE - newlines - leadingNewlines(text)) : 0);

  return {
    text: ({ text, begins }) => put(begins ? gap(text) + text : text),
    endLine: async () => (begun && newlines === 0 ? put('\n') : undefined),
    get begun() {
      return begun;
    },
    get atLineStart() {
      return !begun || newlines > 0;
    },
  };
};
