import type { Config } from '../config/config.ts';
import { isUserError, UserError } from '../errors.ts';
import { type Choice, choose } from '../plan/choose.ts';
import { effectiveEnv } from '../plan/configured-env.ts';
import type { Plan } from '../plan/plan.ts';
import type { Selection, ToolId } from '../plan/selection.ts';
import { codexTitle } from '../providers/codex-titles.ts';
import { allProviders, findProvider, PROVIDERS } from '../providers/index.ts';
import { NO_LOGIN } from '../providers/pro.ts';
import type { Provider } from '../providers/provider.ts';
import { decideWith } from '../start/decide.ts';
import type { World } from '../world.ts';
import { isLoopback } from './loopback.ts';
import type { ProfileState, ProviderState } from './provider-state.ts';

/** What readiness is asked for. */
export interface ReadinessOptions {
  /** Instead of the tool that the profile or the defaults choose. */
  readonly tool?: ToolId;
  /** Asks model servers that are not on this machine too. */
  readonly online?: boolean;
}

/** What is known of a provider before anything is decided. */
type Known = Pick<ProviderState, 'id' | 'title' | 'origin' | 'tool' | 'payer'>;

const knownOf = (provider: Provider, { providers }: Config, tool: ToolId): Known => {
  const section = Object.hasOwn(providers, provider.id) ? providers[provider.id] : undefined;
  return {
    id: provider.id,
    title: section?.title ?? (tool === 'codex' ? codexTitle(provider) : provider.title),
    origin: PROVIDERS.includes(provider) ? 'built-in' : 'configured',
    tool,
    payer: section?.payer ?? provider.payer,
  };
};

/** @throws UserError for a model server elsewhere: nobody has asked for the network */
const refuseRemote = (world: World, { provider, settings, selection }: Choice, online: boolean): void => {
  if (online || selection.model !== undefined) return;
  const probe = provider.probe?.(effectiveEnv(world.env, settings.env), settings);
  if (probe === undefined || isLoopback(probe.url)) return;
  throw new UserError(`${new URL(probe.url).origin} was not asked: it is not on this machine`, {
    hint: 'Add --online to ask it.',
  });
};

const decided = async (
  world: World,
  config: Config,
  selection: Selection,
  online: boolean,
): Promise<Plan> => {
  refuseRemote(world, choose(selection, config), online);
  return decideWith(world, { config, path: undefined, warnings: [] }, selection);
};

const [NO_LOGIN_REASON = '', NO_LOGIN_HINT = ''] = NO_LOGIN.split(': ');

const fromPlan = (known: Known, plan: Plan): ProviderState => {
  const { auth, model, smallModel, region, project } = plan;
  const ready = !plan.warnings.includes(NO_LOGIN);
  return {
    ...known,
    ready,
    ...(auth !== undefined && ready && { auth }),
    ...(model !== undefined && { model }),
    ...(smallModel !== undefined && { smallModel }),
    ...(region !== undefined && { region }),
    ...(project !== undefined && { project }),
    ...(!ready && { reason: NO_LOGIN_REASON, hint: NO_LOGIN_HINT }),
    warnings: plan.warnings.filter((warning) => warning !== NO_LOGIN),
  };
};

const stateOf = async (
  world: World,
  config: Config,
  known: Known,
  selection: Selection,
  { online = false }: ReadinessOptions,
): Promise<ProviderState> => {
  try {
    return fromPlan(known, await decided(world, config, selection, online));
  } catch (error) {
    if (!isUserError(error)) throw error;
    const { message, hint } = error;
    return { ...known, ready: false, reason: message, ...(hint !== undefined && { hint }), warnings: [] };
  }
};

/**
 * Which providers could start a session now, the built-in ones first, then the configured ones in the order of the file.
 * Secrets are not resolved and no program of the user's runs; but for local model servers, which are asked for their
 * models all at once and for a second at most, nothing leaves the process.
 */
export const readiness = (
  world: World,
  config: Config,
  options: ReadinessOptions = {},
): Promise<readonly ProviderState[]> => {
  const tool = options.tool ?? config.defaults.tool ?? 'cc';
  return Promise.all(
    allProviders(config.providers).map((provider) =>
      stateOf(world, config, knownOf(provider, config, tool), { provider: provider.id, tool }, options),
    ),
  );
};

const NOWHERE: Omit<Known, 'tool'> = { id: '', title: 'no provider', origin: 'configured' };

const profileState = async (
  world: World,
  config: Config,
  profile: string,
  options: ReadinessOptions,
): Promise<ProfileState> => {
  const own = config.profiles[profile] ?? {};
  const tool = options.tool ?? own.tool ?? config.defaults.tool ?? 'cc';
  const word = own.provider ?? config.defaults.provider ?? '';
  const provider = findProvider(word, allProviders(config.providers));
  const known = provider ? knownOf(provider, config, tool) : { ...NOWHERE, tool };
  return { ...(await stateOf(world, config, known, { profile, tool }, options)), profile };
};

/** The same for the profiles of the configuration, in the order of the file. */
export const profileStates = (
  world: World,
  config: Config,
  options: ReadinessOptions = {},
): Promise<readonly ProfileState[]> =>
  Promise.all(Object.keys(config.profiles).map((name) => profileState(world, config, name, options)));
