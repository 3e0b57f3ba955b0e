import type { Config } from '../config/config.ts';
import { UsageError } from '../errors.ts';
import { allProviders, findProvider } from '../providers/index.ts';
import type { Provider, ProviderSettings } from '../providers/provider.ts';
import { findTool } from '../tools/index.ts';
import type { Tool } from '../tools/tool.ts';
import { withAccount } from './account.ts';
import { mergeSelection } from './merge.ts';
import { nameHint } from './name-hint.ts';
import { secretVariables } from './secret-variables.ts';
import type { Selection, ToolId } from './selection.ts';
import { refine } from './settings.ts';

/** Everything that is decided before the machine is looked at. */
export interface Choice {
  /** What was asked for with the profile and the defaults under it. */
  readonly selection: Selection;
  readonly tool: Tool;
  readonly provider: Provider;
  readonly settings: ProviderSettings;
  /** Nobody asked for this provider: the configuration's defaults decide. */
  readonly byDefault: boolean;
  /** Path of the project's file when that decides. */
  readonly byProject: string | undefined;
  /** Variables that any section or profile of the configuration takes a secret from. */
  readonly secretVariables: readonly string[];
}

const flagsOf = (providers: readonly Provider[]): string =>
  providers.flatMap(({ flags }) => flags.slice(0, 1).map((flag) => `--${flag}`)).join(' ');

const noProvider = (providers: readonly Provider[]): UsageError =>
  new UsageError(
    'no provider is chosen',
    `Give one of ${flagsOf(providers)}, --provider NAME or --profile NAME, or set defaults.provider in the configuration.`,
  );

/** Those that a tool can use; all of them serve Claude Code. */
export const usableBy = ({ id }: Pick<Tool, 'id'>, providers: readonly Provider[]): readonly Provider[] =>
  id === 'codex' ? providers.filter(({ codex }) => codex !== undefined) : providers;

/** @throws UsageError when the tool cannot use the provider */
const requireUsable = (tool: Tool, provider: Provider, providers: readonly Provider[]): void => {
  const usable = usableBy(tool, providers);
  if (usable.includes(provider)) return;
  throw new UsageError(
    `${tool.title} cannot use ${provider.title}`,
    `It works with ${flagsOf(usable)}. Claude Code (--cc) works with all providers.`,
  );
};

/** @throws UsageError when the name is not known */
const providerNamed = (
  name: string,
  where: string,
  providers: readonly Provider[],
  config: Config,
): Provider => {
  const provider = findProvider(name, providers);
  if (provider) return provider;
  const untyped = Object.hasOwn(config.providers, name)
    ? `providers.${name} is a provider of its own only with \`type: anthropic\`. `
    : '';
  const ids = providers.map(({ id }) => id);
  throw new UsageError(
    `unknown provider ${JSON.stringify(name)}${where}`,
    `${untyped}${nameHint(name, ids, 'Providers')}`,
  );
};

const idIn =
  (providers: readonly Provider[]) =>
  (word: string): string =>
    findProvider(word, providers)?.id ?? word;

/**
 * The tool that starts when this is asked for.
 * @throws UsageError, UserError as {@link mergeSelection}
 */
export const toolFor = (asked: Selection, config: Config): ToolId =>
  mergeSelection(asked, config, idIn(allProviders(config.providers))).selection.tool ?? 'cc';

/** The project's file, if it names a provider or a profile. */
const projectsPlace = ({ project }: Config): string | undefined =>
  (project?.selection.provider ?? project?.selection.profile) ? project?.path : undefined;

/**
 * The first step of a plan: tool, provider and its effective settings. Facts about the machine are gathered
 * after it, and {@link ./resolve.ts} does the rest.
 * @throws UsageError, UserError as {@link mergeSelection}; UsageError for no provider, an unknown one or one that the tool
 *   cannot use; for a flag of an account that the provider does not have
 */
export const choose = (asked: Selection, config: Config): Choice => {
  const providers = allProviders(config.providers);
  if (asked.provider !== undefined) providerNamed(asked.provider, '', providers, config);
  const { selection, profile } = mergeSelection(asked, config, idIn(providers));
  const tool = findTool(selection.tool ?? 'cc');
  if (selection.provider === undefined) throw noProvider(usableBy(tool, providers));
  const provider = providerNamed(selection.provider, ' in the configuration', providers, config);
  requireUsable(tool, provider, providers);
  const section = Object.hasOwn(config.providers, provider.id) ? config.providers[provider.id] : undefined;
  const open = asked.provider === undefined && asked.profile === undefined;
  const project = projectsPlace(config);
  return {
    selection: { ...selection, provider: provider.id },
    byDefault: open && project === undefined,
    byProject: open ? project : undefined,
    tool,
    provider,
    settings: withAccount(refine(section ?? {}, profile), selection, provider),
    secretVariables: secretVariables(config),
  };
};
