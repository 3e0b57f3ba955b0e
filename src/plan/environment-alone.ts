import { UsageError } from '../errors.ts';
import type { Plan } from './plan.ts';
import type { Effort } from './selection.ts';

/** Providers of Codex whose arguments only say what it does anyway. */
const DEFAULTS = ['pro'];

/** What a session needs beside variables, in words. */
const needs = ({ args, model, tool, provider }: Plan, effort: Effort | undefined): string | undefined => {
  if (tool !== 'codex') return undefined;
  if (args.length > 0 && !DEFAULTS.includes(provider)) return 'this provider';
  if (model !== undefined) return `the model ${model}`;
  return effort === undefined ? undefined : `the effort ${effort}`;
};

/**
 * Refuses a plan that `ai env` cannot carry out: Codex takes most of what a session is as arguments, and the `codex` that is
 * typed later would quietly be without them.
 *
 * @throws UsageError
 */
export const requireEnvironmentAlone = (plan: Plan, effort: Effort | undefined): void => {
  const what = needs(plan, effort);
  if (what === undefined) return;
  throw new UsageError(
    `${plan.toolTitle} takes ${what} as an argument, and \`ai env\` sets only variables`,
    'Start it with `ai --codex …` and the same flags.',
  );
};
