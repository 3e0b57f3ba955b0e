import { type Answer, FRAME, type Question } from '../ask/question.ts';
import type { Config } from '../config/config.ts';
import type { LoadedConfig } from '../config/load.ts';
import type { Payer, Selection } from '../plan/selection.ts';
import { allProviders, findProvider } from '../providers/index.ts';
import type { ProfileState, ProviderState } from '../readiness/provider-state.ts';
import { profileStates, readiness } from '../readiness/readiness.ts';
import type { World } from '../world.ts';
import { plainLines } from './lines.ts';

/** What each class of payer means for the user's money. */
const COSTS: Readonly<Record<Payer, string>> = {
  subscription: 'subscription',
  api: 'paid by use',
  cloud: 'cloud account',
  local: 'free, local',
};

const isProfile = (state: ProviderState): state is ProfileState => 'profile' in state;

/** `profile NAME` or `provider ID`: what {@link selectionOfTarget} reads. */
const answerOf = (state: ProviderState): string =>
  isProfile(state) ? `profile ${state.profile}` : `provider ${state.id}`;

/** A profile with the model that it is for. */
const titleOf = (state: ProviderState, { profiles }: Config): string => {
  const { tier, model } = (isProfile(state) && profiles[state.profile]) || {};
  return [state.title, tier ?? model].filter(Boolean).join(', ');
};

/** Why it is not ready says by itself that it is not. */
const readinessOf = ({ ready, auth, reason }: ProviderState): string => {
  if (!ready) return reason ?? 'not ready';
  return auth ? `ready: ${auth}` : 'ready';
};

const cellsOf = (state: ProviderState, config: Config): string[] => [
  isProfile(state) ? state.profile : state.id,
  titleOf(state, config),
  state.payer ? COSTS[state.payer] : '',
  readinessOf(state),
];

const answers = (states: readonly ProviderState[], config: Config, columns: number): Answer[] => {
  const rows = states.map((state) => cellsOf(state, config));
  const lines = plainLines(rows, columns - FRAME);
  return states.map((state, at) => ({
    value: answerOf(state),
    label: lines[at] ?? '',
    words: isProfile(state) ? 'profile' : `${state.payer} ${state.reason ?? ''}`,
  }));
};

/** What the project chooses, else the configured default, else the first that is ready. */
const initialOf = ({ config }: LoadedConfig, states: readonly ProviderState[]): string => {
  const chosen = config.project?.selection ?? {};
  const { profile, provider } = 'profile' in chosen || 'provider' in chosen ? chosen : config.defaults;
  const id = provider && findProvider(provider, allProviders(config.providers))?.id;
  const wanted =
    states.find((state) => isProfile(state) && state.profile === profile) ??
    states.find((state) => !isProfile(state) && state.id === id) ??
    states.find(({ ready }) => ready) ??
    states[0];
  return wanted ? answerOf(wanted) : '';
};

/** The question which provider or profile a session is to use; each with what it costs and whether it is ready. */
export const targetQuestion = async (
  world: World,
  loaded: LoadedConfig,
  { tool }: Selection,
): Promise<Question> => {
  const options = tool === undefined ? {} : { tool };
  const [profiles, providers] = await Promise.all([
    profileStates(world, loaded.config, options),
    readiness(world, loaded.config, options),
  ]);
  const states = [...profiles, ...providers];
  return {
    message: 'Start a session on',
    answers: answers(states, loaded.config, world.stderr.columns),
    initial: initialOf(loaded, states),
  };
};

/** The answer to {@link targetQuestion} as if it had been a flag. */
export const selectionOfTarget = (value: string): Selection => {
  const [kind = '', name = ''] = value.split(' ');
  return { [kind]: name };
};
