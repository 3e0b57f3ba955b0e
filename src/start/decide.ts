import { effectiveConfig } from '../config/effective.ts';
import type { LoadedConfig } from '../config/load.ts';
import { EXIT, isUserError, UserError } from '../errors.ts';
import { gather } from '../facts/index.ts';
import { choose } from '../plan/choose.ts';
import { SELECTION_FLAGS } from '../plan/flags.ts';
import type { Plan } from '../plan/plan.ts';
import { resolve } from '../plan/resolve.ts';
import type { Selection } from '../plan/selection.ts';
import { segmentOf } from '../prompt/segment.ts';
import { PROVIDERS } from '../providers/index.ts';
import { escapeText } from '../text/escape.ts';
import type { World } from '../world.ts';

/** What the configuration has to know of what is built in: a provider of its own cannot have the name of a flag. */
export const BUILTIN = {
  ids: PROVIDERS.map(({ id }) => id),
  flags: SELECTION_FLAGS.flatMap(({ names }) => names),
};

/** A credential that is missing inside a session may only be hidden by it, unless the shell has put the originals back. */
const explained = <Result>(world: World, attempt: () => Result): Result => {
  const id = world.env.AI_RUNNER_AGAIN ? undefined : world.env.AI_SESSION_ID;
  try {
    return attempt();
  } catch (error) {
    if (!id || !isUserError(error) || error.code !== EXIT.failed) throw error;
    const hidden = `The session ${escapeText(id)} of this shell hides what belongs to other providers: end it first, or start a new terminal.`;
    throw new UserError(error.message, {
      hint: [error.hint, hidden].filter(Boolean).join('\n'),
      cause: error,
    });
  }
};

/**
 * From a selection to a plan, with a configuration that has been read.
 * @throws UserError as {@link choose} and {@link resolve}
 */
export const decideWith = async (world: World, loaded: LoadedConfig, selection: Selection): Promise<Plan> => {
  const choice = choose(selection, loaded.config);
  const wantsModels = choice.selection.model === undefined;
  const facts = await gather(world, choice.provider, choice.settings, wantsModels);
  const plan = explained(world, () => resolve(choice, { env: world.env, home: world.home, facts }));
  const segment = segmentOf(plan, choice.selection, loaded.config.prompt);
  return { ...plan, segment, warnings: [...loaded.warnings, ...plan.warnings] };
};

/**
 * From a selection to a plan: reads the configuration, looks at the machine, decides.
 * @throws UserError as {@link effectiveConfig} and {@link decideWith}
 */
export const decide = async (world: World, selection: Selection): Promise<Plan> =>
  decideWith(world, await effectiveConfig(world, BUILTIN), selection);
