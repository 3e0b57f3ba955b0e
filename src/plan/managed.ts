import type { Plan } from './plan.ts';

/** Whether a session removes a variable that it does not set itself. */
export const isManaged = ({ managed, kept }: Pick<Plan, 'managed' | 'kept'>, name: string): boolean =>
  !kept.includes(name) &&
  (managed.names.includes(name) || managed.prefixes.some((prefix) => name.startsWith(prefix)));
