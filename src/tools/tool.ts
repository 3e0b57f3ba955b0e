import type { EnvEntries } from '../plan/env-patch.ts';
import type { ToolId } from '../plan/selection.ts';
import type { ToolContext } from '../providers/provider.ts';

/** Variables by exact name and by prefix. */
export interface NameSet {
  readonly names: readonly string[];
  readonly prefixes: readonly string[];
}

/** One AI coding tool: which variables steer it and how a model is pinned. */
export interface Tool {
  readonly id: ToolId;
  readonly title: string;
  readonly flags: readonly string[];
  /** Everything that selects, authenticates, routes or names a model for any provider of this tool. */
  readonly managed: NameSet;
  /** Names under a managed prefix that are the user's own taste and stay. */
  readonly kept: readonly string[];
  /** Model pins, effort, teams and the marks that keep settings files from redirecting the session. */
  environment(context: ToolContext): EnvEntries;
}
