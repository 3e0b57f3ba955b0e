/** A secret as the configuration names it; see the `secrets` folder for how each kind is read. */
export type SecretRef =
  | { readonly env: string }
  | { readonly file: string }
  | { readonly command: readonly string[] }
  | { readonly keychain: string }
  | { readonly literal: string };

/**
 * What happens to one variable of the session's shell.
 * - `text`: set to a value that is no secret and may stand in the snippet
 * - `caller`: set to the value that the calling shell itself holds in `name`; never read by us
 * - `secret`: set to a value that is resolved last and handed over through a 0600 file
 * - `unset`: removed
 */
export type EnvValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'caller'; readonly name: string }
  | { readonly kind: 'secret'; readonly ref: SecretRef }
  | { readonly kind: 'unset' };

/** Variable name → what happens to it. Undo is the shell's business: only it knows the originals exactly. */
export type EnvPatch = ReadonlyMap<string, EnvValue>;

/** The entries of one provider or tool, before they are merged into a patch. */
export type EnvEntries = Readonly<Record<string, EnvValue>>;

export const text = (value: string): EnvValue => ({ kind: 'text', text: value });
export const caller = (name: string): EnvValue => ({ kind: 'caller', name });
export const unset: EnvValue = { kind: 'unset' };

/** A reference to the environment becomes `caller`, so that the value stays in the shell. */
export const secret = (ref: SecretRef): EnvValue =>
  'env' in ref ? caller(ref.env) : { kind: 'secret', ref };
