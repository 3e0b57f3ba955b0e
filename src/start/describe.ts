import type { EnvValue } from '../plan/env-patch.ts';
import { isManaged } from '../plan/managed.ts';
import type { Plan } from '../plan/plan.ts';
import { mask } from '../secrets/mask.ts';
import { escapeText } from '../text/escape.ts';
import { prettyJson } from '../text/json.ts';
import type { Env } from '../world.ts';

/** One variable of a plan as JSON shows it: secrets by where they come from, never by value. */
export interface DescribedVariable {
  readonly name: string;
  readonly action: 'set' | 'unset';
  readonly value?: string;
  /** The caller's variable or the configured source that a secret is taken from. */
  readonly from?: string;
}

const sourceOf = (value: Extract<EnvValue, { kind: 'secret' }>): string => {
  const { ref } = value;
  if ('file' in ref) return `file ${ref.file}`;
  if ('command' in ref) return `command ${ref.command[0]}`;
  return 'keychain' in ref ? 'keychain' : 'configuration';
};

const described = (name: string, value: EnvValue): DescribedVariable => {
  if (value.kind === 'text') return { name, action: 'set', value: value.text };
  if (value.kind === 'caller') return { name, action: 'set', from: `$${value.name}` };
  return value.kind === 'secret' ? { name, action: 'set', from: sourceOf(value) } : { name, action: 'unset' };
};

/** What the session changes: what it sets, and what it removes of what the caller has exported. */
const variablesOf = (plan: Plan, env: Env): DescribedVariable[] => {
  const removed = Object.keys(env).filter((name) => !plan.patch.has(name) && isManaged(plan, name));
  const entries = [...plan.patch].filter(
    ([name, value]) => value.kind !== 'unset' || env[name] !== undefined,
  );
  return [
    ...entries.map(([name, value]) => described(name, value)),
    ...removed.map((name) => ({ name, action: 'unset' as const })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** The plan as `ai env --json` prints it. */
export const planAsJson = (plan: Plan, env: Env): string => {
  const { tool, provider, providerTitle, auth, payer, model, smallModel, region, project, team } = plan;
  const summary = {
    tool,
    provider,
    providerName: providerTitle,
    auth,
    payer,
    model,
    smallModel,
    region,
    project,
  };
  return prettyJson({ ...summary, teams: team, variables: variablesOf(plan, env) });
};

const changeLine = (variable: DescribedVariable, env: Env): string => {
  if (variable.action === 'unset') return `- ${variable.name}`;
  const secret = variable.from?.startsWith('$') ? ` (${mask(env[variable.from.slice(1)] ?? '')})` : '';
  const value = variable.from === undefined ? variable.value : `from ${variable.from}${secret}`;
  return `${env[variable.name] === undefined ? '+' : '~'} ${variable.name}=${value}`;
};

/** The plan as `ai env --dry-run` prints it: `+` set, `~` changed, `-` removed; secrets masked. */
export const planAsText = (plan: Plan, env: Env): string =>
  [
    headline(plan),
    ...variablesOf(plan, env).map((variable) => `  ${escapeText(changeLine(variable, env))}`),
    '',
  ].join('\n');

/** The session in one line: what people want to see at a glance. */
export const headline = (plan: Plan): string =>
  [
    plan.toolTitle,
    plan.providerTitle,
    plan.model,
    plan.auth,
    plan.region,
    plan.payer && `paid by: ${plan.payer}`,
    plan.byDefault ? 'your default' : undefined,
    plan.byProject && `chosen by ${plan.byProject}`,
  ]
    .filter((part) => part !== undefined)
    .map(escapeText)
    .join(' · ');
