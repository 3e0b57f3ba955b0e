import { UsageError } from '../errors.ts';
import type { Provider, ProviderSettings } from '../providers/provider.ts';
import type { Selection } from './selection.ts';

/** What the command line says about the account, with its flag; only some providers have it. */
const ACCOUNT = [
  ['region', '--region'],
  ['awsProfile', '--aws-profile'],
] as const satisfies readonly (readonly [keyof Selection & keyof ProviderSettings, string])[];

/** The flags of the account that were given, as they are typed. */
export const accountFlags = (selection: Selection): string[] =>
  ACCOUNT.filter(([key]) => selection[key] !== undefined).map(([, flag]) => flag);

/**
 * Settings with what was said about the account over them.
 * @throws UsageError when the provider has no such setting
 */
export const withAccount = (
  settings: ProviderSettings,
  selection: Selection,
  { title, variables = {} }: Provider,
): ProviderSettings => {
  const given = ACCOUNT.filter(([key]) => selection[key] !== undefined);
  const strange = given.find(([key]) => !(key in variables));
  if (strange) {
    const hint = 'It belongs to a cloud account: leave it out, or choose another provider.';
    throw new UsageError(`${strange[1]} means nothing to ${title}`, hint);
  }
  return { ...settings, ...Object.fromEntries(given.map(([key]) => [key, selection[key]])) };
};
