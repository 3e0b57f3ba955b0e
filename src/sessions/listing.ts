import { escapeText } from '../text/escape.ts';
import { formatDuration, uptime } from './duration.ts';
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

/** Whether two sessions look the same but for their ids. */
const alike = (a: Session, b: Session): boolean =>
  a.provider === b.provider &&
  a.providerName === b.providerName &&
  a.auth === b.auth &&
  a.model === b.model &&
  a.smallModel === b.smallModel &&
  a.region === b.region &&
  a.project === b.project &&
  a.tool === b.tool &&
  a.teams === b.teams;

const setupLinesOf = (session: Session, view: View): string => {
  const { auth, model, smallModel, region, project, teams } = session;
  return (
    line('Provider', session.providerName ?? session.provider) +
    line('Auth', auth) +
    line('Model', model) +
    line('Small/Fast Model', smallModel) +
    line('Region', region) +
    line('Project', project) +
    line('Tool', toolOf(session.tool, view)) +
    line('Agent Teams', teams ? 'enabled' : undefined)
  );
};

/** The lines of one session after another: where the next one looks the same, the text is there already. */
const linesFor = (view: View): ((session: Session) => string) => {
  let [last, lines]: [Session | undefined, string] = [undefined, ''];
  return (session) => {
    if (!last || !alike(last, session)) lines = setupLinesOf(session, view);
    last = session;
    return line('ID', session.id) + lines;
  };
};

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
export function* listing(batches: Iterable<readonly Session[]>, view: View): Generator<string, void> {
  const linesOf = linesFor(view);
  let total = 0;
  yield `\n${view.emphasize('=== Active AI Sessions ===')}\n\n`;
  for (const batch of batches) {
    let text = '';
    for (const session of batch) {
      total++;
      const more = view.long ? longLinesOf(session, view) : '';
      text += `${view.emphasize(`Session ${total}:`)}\n${linesOf(session)}${more}\n`;
    }
    yield text;
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
export function* idListing(batches: Iterable<readonly Session[]>): Generator<string, void> {
  for (const batch of batches) yield batch.map(({ id }) => `${escapeText(id)}\n`).join('');
}
