/** The middle of a distribution; `n` is the number of values. */
export interface Spread {
  readonly n: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
}

/** The value below which a share of the values lies, interpolated between neighbours. @param share - 0 to 1 */
export const quantile = (sorted: readonly number[], share: number): number => {
  const place = (sorted.length - 1) * share;
  const [below = Number.NaN, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
};

/** @throws RangeError without values: nothing was measured, which is no figure */
export const spread = (values: readonly number[]): Spread => {
  if (values.length === 0) throw new RangeError('no values');
  const sorted = [...values].sort((a, b) => a - b);
  return {
    n: sorted.length,
    q1: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    q3: quantile(sorted, 0.75),
  };
};

/**
 * Ratios of what was measured in the same round. Neighbours on the machine slow both sides of a pair, so these are far
 * steadier than a ratio of two medians.
 */
export const paired = (
  values: readonly (number | undefined)[],
  base: readonly (number | undefined)[],
): number[] =>
  values.flatMap((value, round) => {
    const other = base[round];
    return value === undefined || other === undefined ? [] : [value / other];
  });

/** The same things in a random order (Fisher and Yates). @param random - 0 to 1, without 1 */
export const shuffled = <T>(things: readonly T[], random: () => number = Math.random): T[] => {
  const result = [...things];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
};
