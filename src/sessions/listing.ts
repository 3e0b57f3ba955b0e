import { formatDuration, uptime } from './duration.ts';
import { escapeText } from './escape.ts';
import type { OtherProcess } from './other-processes.ts';
import type { Session } from './session.ts';
import type { View } from './view.ts';

const toolOf = (tool: string, view: View): string => {
  const title = view.toolTitle(tool);
  return title === undefined ? tool : `${tool} (${title})`;
};

/** A field on its line; one that is absent or empty has none. */
const line = (label: string, value: string | undefined): string =>
  value ? `  ${label}: ${escapeText(value)}\n` : '';

const linesOf = (session: Session, view: View): string =>
  line('ID', session.id) +
  line('Provider', session.providerName ?? session.provider) +
  line('Auth', session.auth) +
  line('Model', session.model) +
  line('Small/Fast Model', session.smallModel) +
  line('Region', session.region) +
  line('Project', session.project) +
  line('Tool', toolOf(session.tool, view)) +
  line('Agent Teams', session.teams ? 'enabled' : undefined);

const uptimeOf = (session: Session, view: View): string | undefined => {
  const seconds = uptime(session.startedAt, view.now);
  return seconds === undefined ? undefined : formatDuration(seconds);
};

const longLinesOf = (session: Session, view: View): string =>
  line('PID', `${session.pid}`) +
  line('Uptime', uptimeOf(session, view)) +
  line('Kind', session.kind) +
  line('Shell', session.shell) +
  line('Directory', session.cwd) +
  line('Terminal', session.tty) +
  line('Process', view.processName(session.pid));

/**
 * The listing as text, in pieces that can be shown as they come: the headline, a block for each session, the total.
 * Each value stands on a line of its own, so that `ai-sessions | grep opus` works.
 */
export function* listing(sessions: Iterable<Session>, view: View): Generator<string, void> {
  let total = 0;
  yield `\n${view.emphasize('=== Active AI Sessions ===')}\n\n`;
  for (const session of sessions) {
    total++;
    const more = view.long ? longLinesOf(session, view) : '';
    yield `${view.emphasize(`Session ${total}:`)}\n${linesOf(session, view)}${more}\n`;
  }
  yield total === 0 ? 'No active sessions.\n' : `Total sessions: ${total}\n`;
}

/** The processes that were not started through AI Runner, under a headline of their own. */
export function* otherListing(processes: readonly OtherProcess[], view: View): Generator<string, void> {
  yield `\n${view.emphasize('=== Other AI Processes ===')}\n\n`;
  for (const [index, { pid, name, tool, cwd }] of processes.entries()) {
    const lines =
      line('PID', `${pid}`) + line('Name', name) + line('Tool', toolOf(tool, view)) + line('Directory', cwd);
    yield `${view.emphasize(`Process ${index + 1}:`)}\n${lines}\n`;
  }
  yield processes.length === 0 ? 'No other AI processes.\n' : `Total processes: ${processes.length}\n`;
}

/** The ids of the sessions, one a line. */
export function* idListing(sessions: Iterable<Session>): Generator<string, void> {
  for (const { id } of sessions) yield `${escapeText(id)}\n`;
}
