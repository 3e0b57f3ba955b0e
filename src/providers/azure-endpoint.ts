import { UserError } from '../errors.ts';
import { anthropicBaseUrl, quoted } from './base-url.ts';
import { given } from './inputs.ts';
import type { ProviderContext } from './provider.ts';

/** Name of the Foundry resource; the client makes the address of it. */
export const RESOURCE = 'ANTHROPIC_FOUNDRY_RESOURCE';
/** The whole address instead. */
export const BASE_URL = 'ANTHROPIC_FOUNDRY_BASE_URL';

/** The variable that is set, its value, and the one that must not be set beside it. */
export interface FoundryEndpoint {
  readonly name: string;
  readonly value: string;
  readonly other: string;
}

interface Source {
  readonly resource: string | undefined;
  readonly baseUrl: string | undefined;
  readonly names: readonly [resource: string, baseUrl: string];
}

/** The client builds a host name of it: anything else in there would lead requests elsewhere. */
export const checkedResource = (value: string, where: string): string => {
  if (/^[a-z0-9][a-z0-9-]*$/i.test(value)) return value;
  throw new UserError(`${where} is not the name of a resource: ${quoted(value)}`, {
    hint: 'Give the name alone (my-resource), or the whole address as baseUrl.',
  });
};

const read = ({ resource, baseUrl, names }: Source): FoundryEndpoint | undefined => {
  if (resource && baseUrl) {
    throw new UserError(`${names.join(' and ')} are both set`, {
      hint: 'Microsoft Foundry takes one of them.',
    });
  }
  if (resource) return { name: RESOURCE, value: checkedResource(resource, names[0]), other: BASE_URL };
  if (baseUrl) return { name: BASE_URL, value: anthropicBaseUrl(baseUrl, names[1]), other: RESOURCE };
  return undefined;
};

/**
 * Where Foundry is: the configuration, else the caller's variables.
 * @throws UserError when there is nothing, or both a resource and a base URL from the same source
 */
export const foundryEndpoint = ({ env, settings }: ProviderContext): FoundryEndpoint => {
  const endpoint =
    read({
      resource: settings.resource,
      baseUrl: settings.baseUrl,
      names: ['providers.azure.resource', 'providers.azure.baseUrl'],
    }) ??
    read({ resource: given(env, RESOURCE), baseUrl: given(env, BASE_URL), names: [RESOURCE, BASE_URL] });
  if (endpoint) return endpoint;
  throw new UserError('no Foundry resource is chosen', {
    hint: `Set providers.azure.resource or .baseUrl in the configuration, or export ${RESOURCE} or ${BASE_URL}.`,
  });
};
