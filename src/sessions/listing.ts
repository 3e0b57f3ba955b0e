import { escapeText, isSafe } from '../text/escape.ts';
import { formatDuration, uptime } from './duration.ts';
import type { OtherProcess } from './other-processes.ts';
import type { Session } from './session.ts';
import type { View } from './view.ts';

const toolOf = (tool: string, view: View): string => {
  const title = view.toolTitle(tool);
  return title === undefined ? tool : `${tool} (${title})`;
};

/** A field on its line; one that is absent or empty has none. */
const line = (label: string, value: string | undefined): string => (value ? `  ${label}: ${value}\n` : '');

const escaped = (label: string, value: string | undefined): string => line(label, value && escapeText(value));

const linesOf = (session: Session, view: View): string => {
  const { id, auth, model, smallModel, region, project, teams } = session;
  const provider = session.providerName ?? session.provider;
  const tool = toolOf(session.tool, view);
  // One look at all values takes less than one at each.
  const put = isSafe(`${id}${provider}${auth}${model}${smallModel}${region}${project}${tool}`)
    ? line
    : escaped;
  return (
    put('ID', id) +
    put('Provider', provider) +
    put('Auth', auth) +
    put('Model', model) +
    put('Small/Fast Model', smallModel) +
    put('Region', region) +
    put('Project', project) +
    put('Tool', tool) +
    put('Agent Teams', teams ? 'enabled' : undefined)
  );
};

const uptimeOf = (session: Session, view: View): string | undefined => {
  const seconds = uptime(session.startedAt, view.now);
  return seconds === undefined ? undefined : formatDuration(seconds);
};

const longLinesOf = (session: Session, view: View): string =>
  escaped('PID', `${session.pid}`) +
  escaped('Uptime', uptimeOf(session, view)) +
  escaped('Kind', session.kind) +
  escaped('Shell', session.shell) +
  escaped('Directory', session.cwd) +
  escaped('Terminal', session.tty) +
  escaped('Process', view.processName(session.pid));

const blockOf = (session: Session, number: number, view: View): string => {
  const more = view.long ? longLinesOf(session, view) : '';
  return `${view.emphasize(`Session ${number}:`)}\n${linesOf(session, view)}${more}\n`;
};

/**
 * The listing as text, in pieces that can be shown as they come: the headline, a block for each session, the total.
 * Each value stands on a line of its own, so that `ai-sessions | grep opus` works.
 */
export function* listing(batches: Iterable<readonly Session[]>, view: View): Generator<string, void> {
  let total = 0;
  yield `\n${view.emphasize('=== Active AI Sessions ===')}\n\n`;
  for (const batch of batches) {
    const first = total + 1;
    total += batch.length;
    yield batch.map((session, index) => blockOf(session, first + index, view)).join('');
  }
  yield total === 0 ? 'No active sessions.\n' : `Total sessions: ${total}\n`;
}

/** The processes that were not started through AI Runner, under a headline of their own. */
export function* otherListing(processes: readonly OtherProcess[], view: View): Generator<string, void> {
  yield `\n${view.emphasize('=== Other AI Processes ===')}\n\n`;
  for (const [index, { pid, name, tool, cwd }] of processes.entries()) {
    const lines =
      escaped('PID', `${pid}`) +
      escaped('Name', name) +
      escaped('Tool', toolOf(tool, view)) +
      escaped('Directory', cwd);
    yield `${view.emphasize(`Process ${index + 1}:`)}\n${lines}\n`;
  }
  yield processes.length === 0 ? 'No other AI processes.\n' : `Total processes: ${processes.length}\n`;
}

/** The ids of the sessions, one a line. */
export function* idListing(batches: Iterable<readonly Session[]>): Generator<string, void> {
  for (const batch of batches) yield batch.map(({ id }) => `${escapeText(id)}\n`).join('');
}
