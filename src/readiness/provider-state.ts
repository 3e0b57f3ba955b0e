import type { Payer, ToolId } from '../plan/selection.ts';

/** Whether a session on a provider would start, decided as `ai env` would, and what it would be. */
export interface ProviderState {
  readonly id: string;
  readonly title: string;
  readonly origin: 'built-in' | 'configured';
  readonly tool: ToolId;
  readonly ready: boolean;
  /** Whether the tool has a side for it at all. */
  readonly usable: boolean;
  /** Absent for a profile that names no provider. */
  readonly payer?: Payer;
  /** Absent, as the four after it, where a session would not have it or would not start. */
  readonly auth?: string;
  /** Absent also where the tool chooses. */
  readonly model?: string;
  readonly smallModel?: string;
  readonly region?: string;
  readonly project?: string;
  /** Why it is not ready, in a line. */
  readonly reason?: string;
  /** What to do about it; may have several lines. */
  readonly hint?: string;
  readonly warnings: readonly string[];
}

/** The same for a profile of the configuration. */
export interface ProfileState extends ProviderState {
  readonly profile: string;
}
