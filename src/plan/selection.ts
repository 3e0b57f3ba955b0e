/** Model tiers, from the most to the least capable. */
export const TIERS = ['fable', 'opus', 'sonnet', 'haiku'] as const;
export type Tier = (typeof TIERS)[number];

/** Tools that AI Runner starts: `cc` is Claude Code, `codex` the Codex CLI. */
export const TOOL_IDS = ['cc', 'codex'] as const;
export type ToolId = (typeof TOOL_IDS)[number];

export const EFFORTS = ['low', 'medium', 'high', 'max'] as const;
export type Effort = (typeof EFFORTS)[number];

/** Who pays for a session's requests. */
export const PAYERS = ['subscription', 'api', 'cloud', 'local'] as const;
export type Payer = (typeof PAYERS)[number];

/** What was asked for, wherever it was said: flags, shebang, front matter, configuration. */
export interface Selection {
  readonly tool?: ToolId;
  /** Provider id, built in (`aws`) or configured. */
  readonly provider?: string;
  /** Name of a bundle under `profiles` in the configuration. */
  readonly profile?: string;
  readonly tier?: Tier;
  /** An exact model id; excludes `tier`. */
  readonly model?: string;
  readonly effort?: Effort;
  readonly team?: boolean;
  /** Cloud region, e.g. `us-west-2`, instead of the configured one. */
  readonly region?: string;
  /** Profile of the AWS files, instead of the configured one. */
  readonly awsProfile?: string;
}

/** A selection without the keys of which nothing was said. */
export const said = (selection: { [Key in keyof Selection]: Selection[Key] | undefined }): Selection =>
  Object.fromEntries(Object.entries(selection).filter(([, value]) => value !== undefined));
