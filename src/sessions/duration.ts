const UNITS: readonly (readonly [string, number])[] = [
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
];

/** A length of time by its two largest units, e.g. `2h 5m`, `3d`, `45s`. @param seconds - less than 0 counts as 0 */
export const formatDuration = (seconds: number): string => {
  let rest = Math.max(0, Math.floor(seconds));
  const first = UNITS.findIndex(([, size]) => rest >= size);
  if (first < 0) return '0s';
  const parts = UNITS.slice(first, first + 2).map(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? `${count}${unit}` : '';
  });
  return parts.filter(Boolean).join(' ');
};

/** Seconds since a session began; `undefined` when that is not known. @param now - ms since the epoch */
export const uptime = (startedAt: number | undefined, now: number): number | undefined =>
  startedAt === undefined ? undefined : Math.max(0, Math.floor(now / 1000) - startedAt);
