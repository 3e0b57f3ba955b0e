import { CREDENTIAL_HELPERS, type SettingsGap } from '../facts/claude-settings.ts';
import { isManaged } from '../plan/managed.ts';
import type { Plan } from '../plan/plan.ts';
import type { Env } from '../world.ts';

/** Measured; `CLAUDE_CODE_EXTRA_BODY`, which may replace the model, gets through to 2.1.330 too. */
const ALWAYS_THROUGH = [
  'ANTHROPIC_CUSTOM_HEADERS',
  'ANTHROPIC_UNIX_SOCKET',
  'CLAUDE_CODE_EXTRA_BODY',
  'GOOGLE_APPLICATION_CREDENTIALS',
];

/** Whether a variable of an `env` block may get through although the client is told that its host manages the provider. */
export const getsThrough = (name: string): boolean =>
  ALWAYS_THROUGH.includes(name) || name.startsWith('AWS_');

/**
 * Whether the client takes a variable from a settings file's `env` block. With CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST these still
 * get through to Claude Code 2.1.197, and hardly any to 2.1.330; without it, everything does.
 */
export const reachesThrough =
  (plan: Plan) =>
  (name: string): boolean =>
    getsThrough(name) || (plan.ambient && (plan.patch.has(name) || isManaged(plan, name)));

/** The value that the session itself gives a variable; empty counts as unset in the client. */
const sessionValue = (name: string, plan: Plan, env: Env): string => {
  const value = plan.patch.get(name);
  if (value?.kind === 'text') return value.text;
  if (value?.kind === 'caller') return env[value.name] ?? '';
  return value !== undefined || isManaged(plan, name) ? '' : (env[name] ?? '');
};

/**
 * Settings that take back what the user's or the project's settings files would change about the session: a file given with
 * `--settings` wins over both. An empty helper is none; measured with Claude Code 2.1.197 and 2.1.330.
 * @returns the text of the file, or `undefined` when there is nothing to take back
 */
export const closingSettings = (gaps: readonly SettingsGap[], plan: Plan, env: Env): string | undefined => {
  const names = new Set(gaps.flatMap((gap) => gap.names));
  if (names.size === 0) return undefined;
  const helpers = CREDENTIAL_HELPERS.filter((name) => names.delete(name)).map((name) => [name, '']);
  const values = [...names].map((name) => [name, sessionValue(name, plan, env)]);
  return JSON.stringify({ ...Object.fromEntries(helpers), env: Object.fromEntries(values) });
};

/** The warning for a session that starts no tool itself: there nobody can take it back. */
export const gapWarnings = (gaps: readonly SettingsGap[]): string[] =>
  gaps.map(
    ({ path, names }) =>
      `${path} sets ${names.join(', ')}, which Claude Code may let into this session; \`ai\` runs take it back`,
  );
