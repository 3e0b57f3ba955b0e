import type { Question } from '../ask/question.ts';
import { effectiveConfig } from '../config/effective.ts';
import type { LoadedConfig } from '../config/load.ts';
import { UsageError } from '../errors.ts';
import { type Selection, TIERS } from '../plan/selection.ts';
import { PROVIDERS } from '../providers/index.ts';
import { BUILTIN } from '../start/decide.ts';
import type { World } from '../world.ts';
import { modelQuestion } from './models.ts';
import { selectionOfTarget, targetQuestion } from './targets.ts';

const ask = async (world: World, question: Question): Promise<string | undefined> => {
  if (world.stdin.kind === 'tty' && world.stderr.isTTY) return world.ask(question);
  const providers = PROVIDERS.flatMap(({ flags }) => flags.slice(0, 1).map((flag) => `--${flag}`));
  throw new UsageError(
    'there is no terminal to choose on',
    `Name the provider (${providers.join(' ')}, --provider NAME or --profile NAME) and the model (--${TIERS.join(' --')}, --model ID).`,
  );
};

const isTargeted = ({ provider, profile }: Selection): boolean =>
  provider !== undefined || profile !== undefined;

/** A profile that names a model has been made for that model. */
const isModelled = ({ tier, model, profile }: Selection, { config }: LoadedConfig): boolean => {
  const own = profile === undefined ? undefined : config.profiles[profile];
  return [tier, model, own?.tier, own?.model].some((word) => word !== undefined);
};

/**
 * Asks on the terminal for what was not said: provider or profile, then the tier.
 * @returns the selection with the answers; `undefined` when the user gave none
 * @throws UsageError without a terminal; UserError when the configuration cannot be read
 */
export const pick = async (world: World, asked: Selection): Promise<Selection | undefined> => {
  const loaded = await effectiveConfig(world, BUILTIN);
  let selection = asked;
  if (!isTargeted(selection)) {
    const target = await ask(world, await targetQuestion(world, loaded, selection));
    if (target === undefined) return undefined;
    selection = { ...selection, ...selectionOfTarget(target) };
  }
  if (isModelled(selection, loaded)) return selection;
  const models = await modelQuestion(world, loaded, selection);
  if (models === undefined) return selection;
  const model = await ask(world, models.question);
  return model === undefined ? undefined : { ...selection, ...models.selectionOf(model) };
};
