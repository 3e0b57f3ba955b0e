import { readiness } from '../readiness/readiness.ts';
import type { KnownConfig } from '../status/configuration.ts';
import { tilde } from '../text/shell.ts';
import type { World } from '../world.ts';
import { type Finding, findings } from './finding.ts';

const { problem, note, ok } = findings('configuration');

const firstLine = (text: string): string => text.split('\n')[0] ?? '';

/** The provider that is taken without a flag. */
const defaultProvider = async (world: World, { config }: KnownConfig): Promise<Finding[]> => {
  const { profile, provider } = config.defaults;
  const id = (profile === undefined ? undefined : config.profiles[profile]?.provider) ?? provider;
  const state =
    id === undefined ? undefined : (await readiness(world, config)).find((each) => each.id === id);
  if (state === undefined || state.ready) return [];
  const thing = `your default provider ${state.id} is not ready: ${state.reason}`;
  return [problem(thing, firstLine(state.hint ?? 'See `ai providers --long`.'))];
};

/** Whether the configuration can be read, and whether what it chooses would start. */
export const configuration = async (world: World, known: KnownConfig): Promise<Finding[]> => {
  const { path, problems, warnings, hint } = known;
  if (problems.length > 0)
    return problems.map((text) => problem(text, hint ?? 'Run `ai config validate` after correcting it.'));
  const found = [
    ...warnings.map((text) => note(text, 'Correct it, or remove it.')),
    ...(await defaultProvider(world, known)),
  ];
  if (found.length > 0) return found;
  if (path === undefined) return [ok('there is no configuration file, and none is needed')];
  return [ok(`the configuration ${tilde(world, path)} is right`)];
};
