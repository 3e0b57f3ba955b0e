/** One line to choose from. */
export interface Answer {
  readonly value: string;
  /** What is shown, at most {@link Question.columns} wide; plain text without control characters. */
  readonly label: string;
  /** More words that typing finds it by. */
  readonly words: string;
}

/** A question with a fixed list of answers. */
export interface Question {
  readonly message: string;
  readonly answers: readonly Answer[];
  /** The answer that Enter gives. */
  readonly initial: string;
}

/** Columns that a terminal's frame around the answers takes. */
export const FRAME = 6;

/** Does what was typed choose the answer? Every word of it must be found, in any order and case. */
export const matches = (typed: string, { label, words }: Answer): boolean => {
  const text = `${label} ${words}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};
