import { FRAME, type Question } from '../ask/question.ts';
import type { LoadedConfig } from '../config/load.ts';
import { orUndefined } from '../errors.ts';
import { gather } from '../facts/index.ts';
import { choose } from '../plan/choose.ts';
import { type Selection, TIERS } from '../plan/selection.ts';
import { decideWith } from '../start/decide.ts';
import type { World } from '../world.ts';
import { plainLines } from './lines.ts';

const DEFAULT = 'default';
const INSTALLED = 'installed';

/** What is chosen, and the model that stands for; `undefined` leaves the model to the tool. */
interface Row {
  readonly word: string;
  readonly model: string | undefined;
  readonly selection: Selection;
}

/** The model of a session; `undefined` where it cannot start, for which starting it has the better words. */
const modelOf = (
  world: World,
  loaded: LoadedConfig,
  selection: Selection,
): Promise<{ readonly model: string | undefined } | undefined> =>
  orUndefined(async () => ({ model: (await decideWith(world, loaded, selection)).model }));

/** What a local server has. */
const installedModels = async (
  world: World,
  { config }: LoadedConfig,
  selection: Selection,
): Promise<Row[]> => {
  const { provider, settings } = choose(selection, config);
  if (provider.probe === undefined) return [];
  const { localModels = [] } = await gather(world, provider, settings, true);
  return localModels.map((model) => ({ word: INSTALLED, model, selection: { model } }));
};

const tierRows = async (world: World, loaded: LoadedConfig, selection: Selection): Promise<Row[]> => {
  const models = await Promise.all(TIERS.map((tier) => modelOf(world, loaded, { ...selection, tier })));
  const rows = TIERS.map((tier, at) => ({ word: tier, model: models[at]?.model, selection: { tier } }));
  return new Set(rows.map(({ model }) => model)).size > 1 ? rows : [];
};

/** The question which model a session is to use; `undefined` where there are not several. */
export const modelQuestion = async (
  world: World,
  loaded: LoadedConfig,
  selection: Selection,
): Promise<
  { readonly question: Question; readonly selectionOf: (value: string) => Selection } | undefined
> => {
  const usual = await modelOf(world, loaded, selection);
  if (usual === undefined) return undefined;
  const tiers = await tierRows(world, loaded, selection);
  const named = new Set([...tiers, usual].map(({ model }) => model));
  const installed = (await installedModels(world, loaded, selection)).filter(
    ({ model }) => !named.has(model),
  );
  const rows: Row[] = [{ word: DEFAULT, model: usual.model, selection: {} }, ...tiers, ...installed];
  if (rows.length === 1) return undefined;
  const labels = plainLines(
    rows.map(({ word, model }) => [word, model ?? 'the tool’s own choice']),
    world.stderr.columns - FRAME,
  );
  const valueAt = ({ word, model }: Row): string => (word === INSTALLED ? `${INSTALLED} ${model}` : word);
  return {
    question: {
      message: 'Model',
      answers: rows.map((row, at) => ({ value: valueAt(row), label: labels[at] ?? '', words: '' })),
      initial: DEFAULT,
    },
    selectionOf: (value) => rows.find((row) => valueAt(row) === value)?.selection ?? {},
  };
};
