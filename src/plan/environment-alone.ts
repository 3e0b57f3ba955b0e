import { UsageError } from '../errors.ts';
import type { Plan } from './plan.ts';
import type { Effort } from './selection.ts';

/** What a session needs beside variables, in words. */
const needs = ({ args, model, tool }: Plan, effort: Effort | undefined): string | undefined => {
  if (args.length > 0) return 'this provider';
  if (tool !== 'codex') return undefined;
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
