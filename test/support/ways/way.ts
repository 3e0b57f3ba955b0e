import type { CallerEnv } from '../client-shell.ts';
import type { Shell } from '../shells.ts';

/** A way into a provider, and what must arrive when a client asks one question there. */
export interface Way {
  readonly name: string;
  /** The shells to try it in. */
  readonly shells: readonly Shell[];
  readonly flags: string;
  /** The `providers` of the configuration; `url` is where requests shall arrive. */
  readonly providers?: (url: string) => object;
  /** The caller's own variables, over those of other providers. */
  readonly env?: (url: string) => CallerEnv;
  /** Files in the home folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** All requests, as `METHOD path`. */
  readonly requests: readonly string[];
  /** The model in the body; Bedrock and Vertex have it in the path alone. */
  readonly model?: string;
  /** The headers with a credential, all of them. */
  readonly credentials: Readonly<Record<string, unknown>>;
}

/** The one credential of most ways. */
export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** What arrives at an address that speaks the Messages API. */
export const MESSAGES: readonly string[] = ['POST /v1/messages'];
