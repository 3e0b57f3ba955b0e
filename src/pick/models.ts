import { FRAME, type Question } from '../ask/question.ts';
import type { LoadedConfig } from '../config/load.ts';
import { isUserError } from '../errors.ts';
import { type Selection, TIERS, type Tier } from '../plan/selection.ts';
import { decideWith } from '../start/decide.ts';
import type { World } from '../world.ts';
import { plainLines } from './lines.ts';

const DEFAULT = 'default';

/** The model of a session; `undefined` where it cannot start, for which starting it has the better words. */
const modelOf = async (
  world: World,
  loaded: LoadedConfig,
  selection: Selection,
): Promise<{ readonly model: string | undefined } | undefined> => {
  try {
    const { model } = await decideWith(world, loaded, selection);
    return { model };
  } catch (error) {
    if (isUserError(error)) return undefined;
    throw error;
  }
};

const isTier = (value: string): value is Tier => TIERS.some((tier) => tier === value);

/** The question which tier a session is to use; `undefined` where there are not several models. */
export const modelQuestion = async (
  world: World,
  loaded: LoadedConfig,
  selection: Selection,
): Promise<Question | undefined> => {
  const usual = await modelOf(world, loaded, selection);
  if (usual === undefined) return undefined;
  const tiers = await Promise.all(TIERS.map((tier) => modelOf(world, loaded, { ...selection, tier })));
  const models = tiers.map((each) => each?.model);
  if (new Set(models).size < 2) return undefined;
  const rows = [
    [DEFAULT, usual.model ?? 'the tool’s own choice'],
    ...TIERS.map((tier, at) => [tier, models[at] ?? '']),
  ];
  const lines = plainLines(rows, world.stderr.columns - FRAME);
  return {
    message: 'Model',
    answers: rows.map(([value = ''], at) => ({ value, label: lines[at] ?? '', words: '' })),
    initial: DEFAULT,
  };
};

/** The answer to {@link modelQuestion} as if it had been a flag. */
export const selectionOfModel = (value: string): Selection => (isTier(value) ? { tier: value } : {});
