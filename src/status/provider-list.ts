import type { ProviderModels } from '../models/model-list.ts';
import type { ProviderState } from '../readiness/provider-state.ts';
import { columnsOf, markFor } from '../text/style.ts';
import { type Cell, table } from '../text/table.ts';
import { wrapText } from '../text/wrap.ts';
import type { World } from '../world.ts';
import { providerRow } from './provider-rows.ts';

const HEAD: readonly Cell[] = ['ID', 'READY', 'PAID BY', 'HOW, OR WHY NOT'].map((text) => ({
  text,
  style: 'dim' as const,
}));

/** Cells that stand before a remedy. */
const BEFORE = 11;

const details = ({ title, hint, region, project, warnings }: ProviderState, columns: number): Cell[][] => [
  ['name', title],
  ...(region === undefined ? [] : [['region', region]]),
  ...(project === undefined ? [] : [['project', project]]),
  ...(hint ?? '')
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => wrapText(line, Math.min(columns, 80) - BEFORE))
    .map((line, index) => [index === 0 ? 'remedy' : '', line]),
  ...warnings.map((line): Cell[] => ['warning', { text: line, style: 'yellow' }]),
];

/** The lines about the models of one provider: tier, id, where the id comes from; then what is installed. */
export const modelRows = ({ tiers, installed, problem }: ProviderModels): Cell[][] => [
  ...tiers.map(({ tier, model, source }): Cell[] => [
    tier,
    model ?? { text: '-', style: 'dim' },
    { text: source ?? '', style: 'dim' },
  ]),
  ...(installed ?? []).map((name, index): Cell[] => [index === 0 ? 'installed' : '', name]),
  ...(problem === null ? [] : [['', { text: problem, style: 'yellow' as const }]]),
];

/** The table of all providers; with their models, each has a block of its own. */
export const providerList = (
  world: World,
  states: readonly ProviderState[],
  models: readonly ProviderModels[] | undefined,
): string => {
  const layout = { mark: markFor(world), columns: columnsOf(world) };
  if (models === undefined) return `${table([HEAD, ...states.map(providerRow)], layout).join('\n')}\n`;
  const blocks = states.map((state) => {
    const own = models.find(({ id }) => id === state.id);
    const rows = [...details(state, layout.columns), ...(own ? modelRows(own) : [])];
    return [...table([providerRow(state)], layout), ...table(rows, { ...layout, indent: 2 })].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
};
