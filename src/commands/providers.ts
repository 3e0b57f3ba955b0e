import { effectiveConfig } from '../config/effective.ts';
import type { Arguments } from '../flags.ts';
import { modelsOf, type ProviderModels } from '../models/model-list.ts';
import { TOOL_IDS, type ToolId } from '../plan/selection.ts';
import { askOnce } from '../readiness/ask-once.ts';
import type { ProviderState } from '../readiness/provider-state.ts';
import { readiness } from '../readiness/readiness.ts';
import { BUILTIN } from '../start/decide.ts';
import { providerList } from '../status/provider-list.ts';
import { prettyJson } from '../text/json.ts';
import type { World } from '../world.ts';
import type { Command } from './command.ts';

/** A provider as `ai providers --json` prints it; with `--long` also the model of each tier. */
const asJson = (states: readonly ProviderState[], models: readonly ProviderModels[] | undefined) =>
  states.map((state) => {
    const own = models?.find(({ id }) => id === state.id);
    return { ...state, ...(own && { models: own.tiers, installed: own.installed }) };
  });

const run = async (outside: World, args: Arguments): Promise<number> => {
  const world = askOnce(outside);
  const online = args.switches.has('online');
  const tool = args.values.get('tool') as ToolId | undefined;
  const { config, warnings } = await effectiveConfig(world, BUILTIN);
  const states = await readiness(world, config, { online, ...(tool && { tool }) });
  // A provider that the tool cannot use has no models there.
  const usable = states.filter(({ usable }) => usable);
  const models = args.switches.has('long')
    ? await Promise.all(usable.map(({ id, tool }) => modelsOf(world, config, { provider: id, tool }, online)))
    : undefined;
  world.out(
    args.switches.has('json') ? prettyJson(asJson(states, models)) : providerList(world, states, models),
  );
  for (const warning of warnings) world.err(`ai: warning: ${warning}\n`);
  return 0;
};

/** `ai providers`: which there are, who pays, and which are ready. */
export const providers: Command = {
  name: 'providers',
  summary: 'List the providers: who pays, ready or not, and why not',
  examples: [
    ['ai providers', 'which of them could start a session now'],
    ['ai providers --long', 'with remedies and the models of each tier'],
    ['ai providers --json', 'for scripts'],
  ],
  flags: [
    { names: ['long'], summary: 'Show also names, remedies and the model of each tier' },
    { names: ['json'], summary: 'Print a JSON array' },
    { names: ['tool'], value: 'TOOL', choices: TOOL_IDS, summary: 'As this tool sees them' },
    { names: ['online'], summary: 'Ask model servers that are not on this machine too' },
  ],
  run,
};
