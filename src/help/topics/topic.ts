import type { Row } from '../text.ts';

/** A part of the help that belongs to no command; the manual pages have it too. */
export interface Topic {
  readonly name: string;
  readonly title: string;
  /** A sentence about all of it. */
  readonly intro: string;
  readonly sections: readonly {
    /** Short enough for the narrowest terminal. */
    readonly title: string;
    readonly rows: readonly Row[];
  }[];
}
