/** One thing that a session without flags would take, and where that comes from. */
export interface EffectiveValue {
  readonly name: string;
  /** `null`: nobody says it, or the tool decides. */
  readonly value: string | boolean | null;
  /** A key of the configuration, a variable, `AWS files`, `machine` (a login or role), `built-in`, `tool` or `none`. */
  readonly source: string;
}

/** A value with its origin; one that nobody says has none. */
export const value = (
  name: string,
  of: string | boolean | null | undefined,
  source: string,
): EffectiveValue => (of === undefined ? { name, value: null, source: 'none' } : { name, value: of, source });
