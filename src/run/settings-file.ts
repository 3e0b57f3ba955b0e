import type { SettingsGap } from '../facts/claude-settings.ts';
import type { Plan } from '../plan/plan.ts';
import type { Env } from '../world.ts';

/** The value that the session itself gives a variable; empty counts as unset in the client. */
const sessionValue = (name: string, plan: Plan, env: Env): string => {
  const value = plan.patch.get(name);
  if (value?.kind === 'text') return value.text;
  if (value?.kind === 'caller') return env[value.name] ?? '';
  const removed = value !== undefined || plan.managed.prefixes.some((prefix) => name.startsWith(prefix));
  return removed || plan.managed.names.includes(name) ? '' : (env[name] ?? '');
};

/**
 * Settings that take back what the user's or the project's settings files would change about the session: a file given with
 * `--settings` wins over both. An empty `apiKeyHelper` switches one off; measured with Claude Code 2.1.197 and 2.1.330.
 * @returns the text of the file, or `undefined` when there is nothing to take back
 */
export const closingSettings = (gaps: readonly SettingsGap[], plan: Plan, env: Env): string | undefined => {
  const names = new Set(gaps.flatMap((gap) => gap.names));
  if (names.size === 0) return undefined;
  const helper = names.delete('apiKeyHelper');
  const values = [...names].map((name) => [name, sessionValue(name, plan, env)]);
  return JSON.stringify({ ...(helper && { apiKeyHelper: '' }), env: Object.fromEntries(values) });
};

/** The warning for a session that starts no tool itself: there nobody can take it back. */
export const gapWarnings = (gaps: readonly SettingsGap[]): string[] =>
  gaps.map(
    ({ path, names }) =>
      `${path} sets ${names.join(', ')}, which Claude Code before 2.1.330 lets into every session; \`ai\` runs take it back`,
  );
