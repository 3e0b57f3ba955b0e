import { escapeJson } from '../text/escape.ts';
import { uptime } from './duration.ts';
import type { OtherProcess } from './other-processes.ts';
import type { Session } from './session.ts';
import type { View } from './view.ts';

/**
 * One element of the array that `ai-sessions --json` prints. Every name is always there and keeps its meaning from
 * version to version; what is not known is `null`. Names may be added.
 */
export interface SessionRow {
  /** The session's name: that of its file, and `AI_SESSION_ID` in its shell. */
  readonly id: string | null;
  /** `cc`, `codex`. */
  readonly tool: string | null;
  /** `Claude Code`, `Codex CLI`. */
  readonly toolName: string | null;
  /** The provider's id as flags and configuration name it, e.g. `aws`. */
  readonly provider: string | null;
  /** e.g. `AWS Bedrock`. */
  readonly providerName: string | null;
  /** The credential in words, e.g. `AWS credentials (profile: default)`. */
  readonly auth: string | null;
  /** `subscription`, `api`, `cloud` or `local`. */
  readonly payer: string | null;
  readonly model: string | null;
  readonly smallModel: string | null;
  readonly region: string | null;
  readonly project: string | null;
  /** Whether agent teams are on. */
  readonly teams: boolean;
  readonly pid: number;
  /** ISO 8601, UTC. */
  readonly startedAt: string | null;
  /** Whole seconds. */
  readonly uptimeSeconds: number | null;
  /** `shell`, `run` or `script`. */
  readonly kind: string | null;
  readonly shell: string | null;
  readonly cwd: string | null;
  readonly tty: string | null;
  /** With `--all` only: whether AI Runner started it. */
  readonly tracked?: boolean;
}

const iso = (seconds: number | undefined): string | null =>
  seconds === undefined ? null : new Date(seconds * 1000).toISOString();

/** A session as its JSON element. */
export const sessionRow = (session: Session, view: View): SessionRow => ({
  id: session.id,
  tool: session.tool || null,
  toolName: view.toolTitle(session.tool) ?? null,
  provider: session.provider || null,
  providerName: session.providerName ?? null,
  auth: session.auth ?? null,
  payer: session.payer ?? null,
  model: session.model ?? null,
  smallModel: session.smallModel ?? null,
  region: session.region ?? null,
  project: session.project ?? null,
  teams: session.teams,
  pid: session.pid,
  startedAt: iso(session.startedAt),
  uptimeSeconds: uptime(session.startedAt, view.now) ?? null,
  kind: session.kind ?? null,
  shell: session.shell ?? null,
  cwd: session.cwd ?? null,
  tty: session.tty ?? null,
});

/** A row of which nothing is known. */
export const EMPTY_ROW: SessionRow = {
  id: null,
  tool: null,
  toolName: null,
  provider: null,
  providerName: null,
  auth: null,
  payer: null,
  model: null,
  smallModel: null,
  region: null,
  project: null,
  teams: false,
  pid: 0,
  startedAt: null,
  uptimeSeconds: null,
  kind: null,
  shell: null,
  cwd: null,
  tty: null,
};

/** A process that AI Runner did not start, as the same element with what is known of it. */
export const otherRow = ({ pid, tool, cwd }: OtherProcess, view: View): SessionRow => ({
  ...EMPTY_ROW,
  tool,
  toolName: view.toolTitle(tool) ?? null,
  pid,
  cwd: cwd ?? null,
  tracked: false,
});

/** A JSON array with one element a line, in pieces; control characters in it are escaped for terminals. */
export function* jsonListing(rows: Iterable<SessionRow>): Generator<string, void> {
  let separator = '[\n';
  for (const row of rows) {
    yield separator + escapeJson(JSON.stringify(row));
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}
