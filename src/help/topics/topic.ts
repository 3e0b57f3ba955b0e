import type { Row } from '../text.ts';

/** A part of the help that belongs to no command; the manual pages have it too. */
export interface Topic {
  readonly name: string;
  readonly title: string;
  readonly sections: readonly {
    /** A sentence that ends in a colon. */
    readonly title: string;
    readonly rows: readonly Row[];
  }[];
}
