import { effectiveConfig } from '../config/effective.ts';
import type { Arguments } from '../flags.ts';
import { modelsOf, type ProviderModels } from '../models/model-list.ts';
import { usableBy } from '../plan/choose.ts';
import { TOOL_IDS, type ToolId } from '../plan/selection.ts';
import { allProviders } from '../providers/index.ts';
import { standingTool } from '../readiness/origin.ts';
import { BUILTIN } from '../start/decide.ts';
import { modelRows } from '../status/provider-list.ts';
import { prettyJson } from '../text/json.ts';
import { columnsOf, markFor } from '../text/style.ts';
import { table } from '../text/table.ts';
import type { World } from '../world.ts';
import type { Command } from './command.ts';

const asText = (world: World, list: readonly ProviderModels[]): string => {
  const mark = markFor(world);
  const blocks = list.map((entry) =>
    [
      ...table([[{ text: entry.id, style: 'bold' }, entry.title]], { mark, columns: columnsOf(world) }),
      ...table(modelRows(entry), { mark, columns: columnsOf(world), indent: 2 }),
    ].join('\n'),
  );
  return `${blocks.join('\n\n')}\n`;
};

const run = async (world: World, args: Arguments): Promise<number> => {
  const { config, warnings } = await effectiveConfig(world, BUILTIN);
  const tool = (args.values.get('tool') as ToolId | undefined) ?? standingTool(config);
  const named = args.values.get('provider');
  const all = usableBy({ id: tool }, allProviders(config.providers)).map(({ id }) => id);
  const list = await Promise.all(
    (named === undefined ? all : [named]).map((provider) =>
      modelsOf(world, config, { provider, tool }, args.switches.has('online')),
    ),
  );
  world.out(args.switches.has('json') ? prettyJson(list) : asText(world, list));
  for (const warning of warnings) world.err(`ai: warning: ${warning}\n`);
  return 0;
};

/** `ai models`: which model a tier means at a provider, and where that is said. */
export const models: Command = {
  name: 'models',
  summary: 'List the model ids by tier, and where each id comes from',
  examples: [
    ['ai models', 'the models of every provider'],
    ['ai models --provider ollama', 'those of one, with what is installed'],
    ['ai models --json', 'for scripts'],
  ],
  flags: [
    {
      names: ['provider'],
      value: 'NAME',
      summary: 'Only this provider; it need not be ready',
      completes: 'provider',
    },
    { names: ['tool'], value: 'TOOL', choices: TOOL_IDS, summary: 'As this tool sees them' },
    { names: ['json'], summary: 'Print a JSON array' },
    { names: ['online'], summary: 'Ask model servers that are not on this machine too' },
  ],
  run,
};
