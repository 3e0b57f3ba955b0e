import type { Segment } from '../prompt/segment.ts';
import type { ProviderHooks } from '../providers/provider.ts';
import type { NameSet } from '../tools/tool.ts';
import type { EnvPatch } from './env-patch.ts';
import type { Effort, Payer, ToolId } from './selection.ts';

/** A decided session: what is set, what is cleared, and what the listing will say about it. */
export interface Plan {
  readonly tool: ToolId;
  readonly toolTitle: string;
  readonly provider: string;
  readonly providerTitle: string;
  /** `undefined` where the tool decides for itself. */
  readonly auth: string | undefined;
  readonly payer: Payer | undefined;
  readonly model: string | undefined;
  readonly smallModel: string | undefined;
  readonly region: string | undefined;
  readonly project: string | undefined;
  /** Nobody asked for this provider: the configuration's defaults decide. */
  readonly byDefault: boolean;
  /** Nobody asked for this provider: this file of the project decides. */
  readonly byProject?: string | undefined;
  readonly effort: Effort | undefined;
  readonly team: boolean;
  /** The client finds its credential by itself; see `ProviderSetup.ambient`. */
  readonly ambient: boolean;
  /** What is set, and the cloud variables that are cleared for this provider. */
  readonly patch: EnvPatch;
  /** What the shell clears besides, by its own look at its variables; the patch wins over it. */
  readonly managed: NameSet;
  /** Names under a managed prefix that stay as they are. */
  readonly kept: readonly string[];
  /** Arguments that the tool needs for this provider beside the environment; never a secret. */
  readonly args: readonly string[];
  readonly hooks: ProviderHooks;
  /** The session as prompts show it. */
  readonly segment?: Segment;
  readonly warnings: readonly string[];
}
