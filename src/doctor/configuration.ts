import { orUndefined } from '../errors.ts';
import { choose } from '../plan/choose.ts';
import { readiness } from '../readiness/readiness.ts';
import type { KnownConfig } from '../status/configuration.ts';
import { tilde } from '../text/shell.ts';
import type { World } from '../world.ts';
import { type Finding, findings } from './finding.ts';

const { problem, note, ok } = findings('configuration');

const firstLine = (text: string): string => text.split('\n')[0] ?? '';

const defaultProvider = async (world: World, known: KnownConfig): Promise<Finding[]> => {
  // Without a default provider a flag has to name one.
  const choice = await orUndefined(() => choose({}, known.config));
  if (choice === undefined) return [];
  const states = await readiness(world, known.config, { tool: choice.tool.id });
  const state = states.find(({ id }) => id === choice.provider.id);
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
