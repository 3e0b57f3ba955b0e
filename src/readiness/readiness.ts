import type { Config } from '../config/config.ts';
import { isUserError } from '../errors.ts';
import { choose, usableBy } from '../plan/choose.ts';
import type { Plan } from '../plan/plan.ts';
import type { Selection, ToolId } from '../plan/selection.ts';
import { codexTitle } from '../providers/codex-titles.ts';
import { allProviders, findProvider, PROVIDERS } from '../providers/index.ts';
import { LOGIN_WARNING, NO_LOGIN } from '../providers/pro.ts';
import type { Provider } from '../providers/provider.ts';
import { decideWith } from '../start/decide.ts';
import type { World } from '../world.ts';
import { standingTool } from './origin.ts';
import { refuseRemote } from './probe.ts';
import type { ProfileState, ProviderState } from './provider-state.ts';

/** What readiness is asked for. */
export interface ReadinessOptions {
  /** Instead of the tool that the profile or the defaults choose. */
  readonly tool?: ToolId;
  /** Asks model servers that are not on this machine too. */
  readonly online?: boolean;
}

/** What is known of a provider before anything is decided. */
type Known = Pick<ProviderState, 'id' | 'title' | 'origin' | 'tool' | 'usable' | 'payer'>;

const knownOf = (provider: Provider, { providers }: Config, tool: ToolId): Known => {
  const section = Object.hasOwn(providers, provider.id) ? providers[provider.id] : undefined;
  return {
    id: provider.id,
    title: section?.title ?? (tool === 'codex' ? codexTitle(provider) : provider.title),
    origin: PROVIDERS.includes(provider) ? 'built-in' : 'configured',
    tool,
    usable: usableBy({ id: tool }, [provider]).length > 0,
    payer: section?.payer ?? provider.payer,
  };
};

/**
 * The plan of a selection, made without the network.
 * @throws UserError as {@link decideWith}, and for a model server that is not on this machine
 */
export const planOffline = async (
  world: World,
  config: Config,
  selection: Selection,
  online = false,
): Promise<Plan> => {
  refuseRemote(world, choose(selection, config), online);
  return decideWith(world, { config, path: undefined, warnings: [] }, selection);
};

const fromPlan = (known: Known, plan: Plan): ProviderState => {
  const { auth, model, smallModel, region, project } = plan;
  const ready = !plan.warnings.includes(LOGIN_WARNING);
  return {
    ...known,
    ready,
    ...(auth !== undefined && ready && { auth }),
    ...(model !== undefined && { model }),
    ...(smallModel !== undefined && { smallModel }),
    ...(region !== undefined && { region }),
    ...(project !== undefined && { project }),
    ...(!ready && { reason: NO_LOGIN.reason, hint: NO_LOGIN.hint }),
    warnings: plan.warnings.filter((warning) => warning !== LOGIN_WARNING),
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
    return fromPlan(known, await planOffline(world, config, selection, online));
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
  const tool = options.tool ?? standingTool(config);
  return Promise.all(
    allProviders(config.providers).map((provider) =>
      stateOf(world, config, knownOf(provider, config, tool), { provider: provider.id, tool }, options),
    ),
  );
};

const NOWHERE: Omit<Known, 'tool'> = { id: '', title: 'no provider', origin: 'configured', usable: false };

const profileState = async (
  world: World,
  config: Config,
  profile: string,
  options: ReadinessOptions,
): Promise<ProfileState> => {
  const own = config.profiles[profile] ?? {};
  const { project, defaults } = config;
  const tool = options.tool ?? project?.selection.tool ?? own.tool ?? defaults.tool ?? 'cc';
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
