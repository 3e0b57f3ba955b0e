import type { Facts, ProviderContext, ProviderSetup } from '../providers/provider.ts';
import { TUNING } from '../tools/index.ts';
import type { NameSet } from '../tools/tool.ts';
import type { Env } from '../world.ts';
import type { Choice } from './choose.ts';
import { configuredEnv, effectiveEnv } from './configured-env.ts';
import { type EnvEntries, type EnvPatch, unset } from './env-patch.ts';
import type { Plan } from './plan.ts';
import { sideOf } from './side.ts';

/** What the second step knows of the machine: the caller's own variables and the facts asked for. */
export interface Machine {
  readonly env: Env;
  readonly home: string | undefined;
  readonly facts: Facts;
}

/** The tool's names, and every variable with somebody's secret, but for those that the session sets itself. */
const managedBy = ({ tool, secretVariables }: Choice, patch: EnvPatch): NameSet => {
  const { names } = tool.managed;
  const others = secretVariables.filter((name) => !names.includes(name) && !patch.has(name));
  return { ...tool.managed, names: [...names, ...others] };
};

/** Later entries win: the configuration's `env`, what is cleared, the provider's own, the tool's. */
const patchOf = (configured: EnvEntries, setup: ProviderSetup, tool: EnvEntries): EnvPatch => {
  const cleared = Object.fromEntries((setup.clear ?? []).map((name) => [name, unset]));
  const entries = Object.entries({ ...configured, ...cleared, ...setup.env, ...tool });
  return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
};

const contextOf = ({ settings, selection }: Choice, { env, home, facts }: Machine): ProviderContext => ({
  env: effectiveEnv(env, settings.env),
  home,
  settings,
  facts,
  tier: selection.tier,
  model: selection.model,
});

/**
 * The second step of a plan: everything about the session, with secrets still as references. Pure.
 * @throws UserError when the provider misses something, or the configuration sets a variable it may not
 */
export const resolve = (choice: Choice, machine: Machine): Plan => {
  const { tool, provider, settings, selection } = choice;
  const managed = managedBy(choice, new Map());
  const configured = configuredEnv(settings.env ?? {}, managed, [...tool.kept, ...TUNING[tool.id]]);
  const side = sideOf(tool, provider, selection);
  const setup = side.setup(contextOf(choice, machine));
  const { effort } = selection;
  const patch = patchOf(configured, setup, tool.environment({ effort, team: side.team, setup }));
  return {
    tool: tool.id,
    toolTitle: tool.title,
    provider: provider.id,
    providerTitle: settings.title ?? side.title,
    auth: setup.auth,
    payer: settings.payer ?? provider.payer,
    model: setup.model,
    smallModel: setup.smallModel,
    region: setup.region,
    project: setup.project,
    byDefault: choice.byDefault,
    byProject: choice.byProject,
    effort,
    team: side.team,
    ambient: setup.ambient ?? false,
    patch,
    managed: managedBy(choice, patch),
    kept: tool.kept,
    args: setup.args ?? [],
    hooks: settings.hooks ?? {},
    warnings: [...side.warnings, ...(setup.warnings ?? [])],
  };
};
