import { formatDuration, uptime } from './duration.ts';
import { escapeText } from './escape.ts';
import type { OtherProcess } from './other-processes.ts';
import type { Session } from './session.ts';
import type { View } from './view.ts';

type Field = readonly [label: string, value: string | undefined];

const toolOf = (tool: string, view: View): string => {
  const title = view.toolTitle(tool);
  return title === undefined ? tool : `${tool} (${title})`;
};

const fieldsOf = (session: Session, view: View): Field[] => [
  ['ID', session.id],
  ['Provider', session.providerName ?? session.provider],
  ['Auth', session.auth],
  ['Model', session.model],
  ['Small/Fast Model', session.smallModel],
  ['Region', session.region],
  ['Project', session.project],
  ['Tool', toolOf(session.tool, view)],
  ['Agent Teams', session.teams ? 'enabled' : undefined],
];

const uptimeOf = (session: Session, view: View): string | undefined => {
  const seconds = uptime(session.startedAt, view.now);
  return seconds === undefined ? undefined : formatDuration(seconds);
};

const longFieldsOf = (session: Session, view: View): Field[] => [
  ['PID', `${session.pid}`],
  ['Uptime', uptimeOf(session, view)],
  ['Kind', session.kind],
  ['Shell', session.shell],
  ['Directory', session.cwd],
  ['Terminal', session.tty],
  ['Process', view.processName(session.pid)],
];

/** A titled block; absent and empty fields are left out. */
const block = (title: string, fields: readonly Field[], view: View): string =>
  [
    view.emphasize(title),
    ...fields.flatMap(([label, value]) => (value ? [`  ${label}: ${escapeText(value)}`] : [])),
    '\n',
  ].join('\n');

/**
 * The listing as text, in pieces that can be shown as they come: the headline, a block for each session, the total.
 * Each value stands on a line of its own, so that `ai-sessions | grep opus` works.
 */
export function* listing(sessions: Iterable<Session>, view: View): Generator<string, void> {
  let total = 0;
  yield `\n${view.emphasize('=== Active AI Sessions ===')}\n\n`;
  for (const session of sessions) {
    total++;
    const fields = fieldsOf(session, view);
    if (view.long) fields.push(...longFieldsOf(session, view));
    yield block(`Session ${total}:`, fields, view);
  }
  yield total === 0 ? 'No active sessions.\n' : `Total sessions: ${total}\n`;
}

/** The processes that were not started through AI Runner, under a headline of their own. */
export function* otherListing(processes: readonly OtherProcess[], view: View): Generator<string, void> {
  yield `\n${view.emphasize('=== Other AI Processes ===')}\n\n`;
  for (const [index, { pid, name, tool, cwd }] of processes.entries()) {
    const fields: Field[] = [
      ['PID', `${pid}`],
      ['Name', name],
      ['Tool', toolOf(tool, view)],
      ['Directory', cwd],
    ];
    yield block(`Process ${index + 1}:`, fields, view);
  }
  yield processes.length === 0 ? 'No other AI processes.\n' : `Total processes: ${processes.length}\n`;
}

/** The ids of the sessions, one a line. */
export function* idListing(sessions: Iterable<Session>): Generator<string, void> {
  for (const { id } of sessions) yield `${escapeText(id)}\n`;
}
