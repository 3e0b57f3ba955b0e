import { claudeResult, type Totals } from './claude-result.ts';
import { type TextFlow, textFlow } from './claude-text.ts';
import type { LiveEvent, Translator } from './event.ts';
import { type Fields, fieldsOf, listOf, numberOf, parseEvent, stringOf } from './fields.ts';
import { toolDetail } from './tool-detail.ts';

interface State extends Totals {
  readonly text: TextFlow;
}

type Handler = (line: Fields, state: State) => readonly LiveEvent[];

const isTool = (block: Fields): boolean => String(block.type).endsWith('tool_use');

const toolOf = (block: Fields): LiveEvent => ({
  kind: 'tool',
  name: stringOf(block.name) ?? 'tool',
  detail: toolDetail(fieldsOf(block.input)),
});

const retry = (line: Fields): LiveEvent => ({
  kind: 'retry',
  status: numberOf(line.error_status),
  attempt: numberOf(line.attempt) ?? 1,
});

const system: Handler = (line, state) => {
  if (line.subtype === 'init') state.model = stringOf(line.model);
  return line.subtype === 'api_retry' ? [retry(line)] : [];
};

const blockStart = (block: Fields, { text }: State): readonly LiveEvent[] => {
  text.block(block.type === 'text');
  return isTool(block) ? [toolOf(block)] : [];
};

/** https://platform.claude.com/docs/en/build-with-claude/streaming: the events of one message. */
const streamed: Handler = (line, state) => {
  const event = fieldsOf(line.event);
  const delta = fieldsOf(event.delta);
  if (event.type === 'message_start') {
    const id = stringOf(fieldsOf(event.message).id) ?? '';
    return [...state.text.message(id), { kind: 'request' }];
  }
  if (event.type === 'content_block_start') return blockStart(fieldsOf(event.content_block), state);
  return delta.type === 'text_delta' ? state.text.piece(stringOf(delta.text) ?? '') : [];
};

const wholeBlock = (id: string, block: Fields, { text }: State): readonly LiveEvent[] => {
  if (block.type === 'text') return text.whole(id, stringOf(block.text) ?? '');
  text.other();
  return isTool(block) ? [toolOf(block)] : [];
};

const assistant: Handler = (line, state) => {
  // The words of an API error; the result line has them again, with the status.
  if (line.error !== undefined) return [];
  const message = fieldsOf(line.message);
  const id = stringOf(message.id) ?? '';
  return listOf(message.content).flatMap((block) => wholeBlock(id, fieldsOf(block), state));
};

const HANDLERS: Readonly<Record<string, Handler>> = {
  system,
  stream_event: streamed,
  assistant,
  user: () => [{ kind: 'request' }],
  result: claudeResult,
};

const handle = (line: string, state: State): readonly LiveEvent[] => {
  const fields = parseEvent(line);
  if (!fields) return line.trim() === '' ? [] : [{ kind: 'stray', text: line }];
  // Sub-agents report to the main one: neither their words nor their tools belong to the answer.
  if (stringOf(fields.parent_tool_use_id) !== undefined) return [];
  const type = String(fields.type);
  return Object.hasOwn(HANDLERS, type) ? (HANDLERS[type]?.(fields, state) ?? []) : [];
};

/**
 * Reads `claude -p --output-format stream-json --verbose`, with or without `--include-partial-messages`
 * (code.claude.com, "Run Claude Code programmatically").
 */
export const claudeTranslator = (): Translator => {
  const state: State = { text: textFlow(), model: undefined, turns: 0, answered: false };
  return {
    line(line) {
      const events = handle(line, state);
      if (events.some(({ kind }) => kind === 'text')) state.answered = true;
      return events;
    },
    end: () => [],
  };
};
