/** The `key=value` lines of a text. */
export interface Lines<Key extends string> {
  /** By key; empty where the text does not have it, the last of several equal keys counts. */
  readonly values: Readonly<Record<Key, string>>;
  /** Lines that end in a newline. */
  readonly complete: number;
  /** Complete lines that are `key=value`, whether the key is known or not. */
  readonly pairs: number;
  /** Complete lines that are neither that nor blank. */
  readonly bad: number;
}

const KEY = /^[A-Za-z_]\w*$/;

/**
 * Reads the lines whose keys `none` has, all of them empty there. The value is everything after the first `=`. Only
 * what ends in a newline counts: the rest of a last line may still be on its way.
 */
export const readLines = <Key extends string>(
  content: string,
  none: Readonly<Record<Key, string>>,
): Lines<Key> => {
  const text = content.includes('\r') ? content.replaceAll('\r\n', '\n') : content;
  const values: Record<Key, string> = { ...none };
  let [complete, pairs, bad, start] = [0, 0, 0, 0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    const equals = text.indexOf('=', start);
    const key = equals >= 0 && equals < end ? text.slice(start, equals) : '';
    complete++;
    if (Object.hasOwn(none, key)) {
      values[key as Key] = text.slice(equals + 1, end);
      pairs++;
    } else if (KEY.test(key)) pairs++;
    else if (text.slice(start, end).trim() !== '') bad++;
    start = end + 1;
  }
  return { values, complete, pairs, bad };
};
