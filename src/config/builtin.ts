/** What is built in, as far as a configuration file can clash with it. */
export interface Builtin {
  /** Ids of the built-in providers. */
  readonly ids: readonly string[];
  /** Every word that the command line knows behind `--`. */
  readonly flags: readonly string[];
}
