import type { EnvValue, SecretRef } from '../plan/env-patch.ts';
import { isManaged } from '../plan/managed.ts';
import type { Plan } from '../plan/plan.ts';
import type { Piece, Snippet } from '../shells/snippet.ts';

/** What is known beside the plan when a snippet is written. */
export interface Start {
  readonly time: number;
  readonly folder: string;
  readonly record: readonly string[];
  readonly handover: string | undefined;
  /** Names of the caller's environment. */
  readonly exported: readonly string[];
}

/** Variables for prompts and scripts; the shell adds the id. */
const marks = (plan: Plan): [string, EnvValue][] => [
  ['AI_SESSION_PROVIDER', { kind: 'text', text: plan.provider }],
  ['AI_SESSION_TOOL', { kind: 'text', text: plan.tool }],
  ['AI_SESSION_MODEL', plan.model === undefined ? { kind: 'unset' } : { kind: 'text', text: plan.model }],
];

const entries = (plan: Plan): [string, EnvValue][] => [...marks(plan), ...plan.patch];

/** The secrets of a plan in the order of the lines of the handover file. */
export const secretsOf = (plan: Plan): SecretRef[] =>
  entries(plan).flatMap(([, value]) => (value.kind === 'secret' ? [value.ref] : []));

const concerns = (plan: Plan, name: string): boolean =>
  name.startsWith('AI_SESSION_') || plan.patch.has(name) || isManaged(plan, name);

/** Turns a plan into what the shells render. Pure. */
export const snippetOf = (plan: Plan, start: Start): Snippet => {
  let line = 0;
  const piece = (value: Exclude<EnvValue, { kind: 'unset' }>): Piece =>
    value.kind === 'secret' ? { kind: 'handed', line: line++ } : value;
  return {
    stem: `${plan.tool}-${plan.provider}`,
    time: start.time,
    folder: start.folder,
    record: start.record,
    set: entries(plan).flatMap(([name, value]) => (value.kind === 'unset' ? [] : [[name, piece(value)]])),
    drop: entries(plan).flatMap(([name, value]) => (value.kind === 'unset' ? [name] : [])),
    managed: plan.managed,
    kept: plan.kept,
    get exported() {
      return start.exported.filter((name) => concerns(plan, name));
    },
    handover: start.handover,
    hooks: plan.hooks.cleanup ?? [],
  };
};
