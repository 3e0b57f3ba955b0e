import type { Payer } from '../plan/selection.ts';
import { type Failure, failureText, shownLines, verdict } from '../run/failure.ts';
import type { World } from '../world.ts';
import { openAnswer } from './answer.ts';
import type { LiveEvent, ResultEvent } from './event.ts';
import type { Host } from './host.ts';
import { summaryOf } from './summary.ts';
import { openTerminal } from './terminal.ts';

/** What a run looks like to the user. */
export interface Look {
  /** `live` shows the answer as it is written, `result` only the final one, as the tool itself prints it. */
  readonly form: 'live' | 'result';
  /** No remarks on stderr; errors, and what the tool writes there itself, are none. */
  readonly quiet: boolean;
  readonly toolTitle: string;
  readonly providerTitle: string;
  readonly payer: Payer | undefined;
  /** The session's model, for tools that do not say theirs. */
  readonly model: string | undefined;
}

/** stdout and stderr of one run: the answer to the one, everything else to the other, never on top of each other. */
export interface Screen {
  /** Must the tool's stderr come through {@link Screen.remark}, so that it does not run into the status line? */
  readonly wantsStderr: boolean;
  /** Resolves when stdout has taken what there was. @throws the error of stdout */
  event(event: LiveEvent): Promise<void>;
  /** Writes to stderr as it is. */
  remark(text: string): void;
  /** Ends the answer's last line. @throws the error of stdout */
  finish(): Promise<void>;
  /** Tells about a failure and, of a live run, what it took. */
  close(failure: Failure | undefined, result: ResultEvent | undefined): void;
  /** Erases the status line and says nothing more. */
  abandon(): void;
}

/** Opens the screen of a run that starts now. */
export const openScreen = (world: World, host: Host, look: Look): Screen => {
  const isLive = look.form === 'live';
  const chatty = isLive && !look.quiet;
  const begun = world.now();
  const answer = openAnswer(host.stdout);
  const { status, remark, around } = openTerminal(world, host, answer, chatty);
  status.label(look.toolTitle);

  const retrying = ({ status: code, attempt }: LiveEvent & { kind: 'retry' }): void => {
    const what = `${look.providerTitle} ${verdict(code)}, retry ${attempt}`;
    status.label(what);
    if (chatty && !status.active) remark(`ai: ${what}\n`);
  };
  const event = async (it: LiveEvent): Promise<void> => {
    if (it.kind === 'text' && isLive) await around(() => answer.text(it));
    if (it.kind === 'text' || it.kind === 'request') status.label(look.toolTitle);
    if (it.kind === 'tool') {
      await around(answer.endLine);
      status.label(`${it.name} ${it.detail}`);
    }
    if (it.kind === 'retry') retrying(it);
    if (it.kind === 'note' && chatty) remark(`${look.toolTitle}: ${shownLines(it.text).join('\n  ')}\n`);
    if (it.kind === 'stray') remark(`${it.text}\n`);
    if (it.kind === 'result' && !isLive && !it.isError) {
      await around(() => answer.text({ text: it.text ?? '', begins: true }));
    }
  };
  return {
    wantsStderr: status.active,
    event,
    remark,
    finish: () => around(answer.endLine),
    close(failure, result) {
      status.stop();
      const title = failure?.status === undefined ? look.toolTitle : look.providerTitle;
      if (failure) remark(failureText(title, failure));
      if (!result || !chatty || (failure && !result.inputTokens)) return;
      const elapsedMs = world.now() - begun;
      remark(`ai: ${summaryOf(result, { model: look.model, payer: look.payer, elapsedMs })}\n`);
    },
    abandon: () => status.stop(),
  };
};
