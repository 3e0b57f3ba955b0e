import { codexStatus } from './codex-status.ts';
import type { LiveEvent, Translator } from './event.ts';
import { type Fields, fieldsOf, listOf, numberOf, parseEvent, stringOf } from './fields.ts';
import { toolDetail } from './tool-detail.ts';

interface State {
  /** The last message of the assistant: the final answer once the turn is over. */
  message: string | undefined;
  /** An error that no end of the turn followed yet. */
  error: string | undefined;
  retries: number;
  turns: number;
}

/** Items that are no use of a tool. */
const THOUGHTS = ['reasoning', 'todo_list', 'plan'];

/** The command without the shell that Codex puts around it. */
const bare = (command: string): string =>
  /^\S*sh -l?c (['"]?)(.*)\1$/s.exec(command)?.[2]?.split('\n')[0] ?? command;

const detailOf = (item: Fields): string => {
  const command = stringOf(item.command);
  if (command !== undefined) return bare(command);
  const change = stringOf(fieldsOf(listOf(item.changes)[0]).path);
  return change ?? toolDetail({ ...item, ...fieldsOf(item.arguments) });
};

const nameOf = (item: Fields): string => {
  if (item.type === 'command_execution') return 'shell';
  return stringOf(item.tool) ?? String(item.type).replaceAll('_', ' ');
};

const says = (state: State, text: string): readonly LiveEvent[] => {
  state.message = text;
  return text === '' ? [] : [{ kind: 'text', text, begins: true }];
};

const item = (type: string, it: Fields, state: State): readonly LiveEvent[] => {
  const done = type === 'item.completed';
  if (it.type === 'agent_message') return done ? says(state, stringOf(it.text) ?? '') : [];
  if (it.type === 'error') return [{ kind: 'note', text: stringOf(it.message) ?? '' }];
  if (type === 'item.updated' || THOUGHTS.includes(String(it.type))) return [];
  const tool: LiveEvent = { kind: 'tool', name: nameOf(it), detail: detailOf(it) };
  return done ? [tool, { kind: 'request' }] : [tool];
};

const result = (state: State, usage: Fields, error: string | undefined): LiveEvent => {
  state.error = undefined;
  return {
    kind: 'result',
    isError: error !== undefined,
    status: error === undefined ? undefined : codexStatus(error),
    model: undefined,
    turns: state.turns,
    inputTokens: numberOf(usage.input_tokens),
    outputTokens: numberOf(usage.output_tokens),
    costUsd: undefined,
    text: error ?? state.message,
  };
};

/** Codex reports each new try with an `error` of its own; any other one is final. */
const error = (message: string, state: State): readonly LiveEvent[] => {
  if (!message.startsWith('Reconnecting...')) {
    state.error = message;
    return [];
  }
  state.retries += 1;
  return [{ kind: 'retry', status: codexStatus(message), attempt: state.retries }];
};

const handle = (line: Fields, state: State): readonly LiveEvent[] => {
  const type = String(line.type);
  if (type.startsWith('item.')) return item(type, fieldsOf(line.item), state);
  if (type === 'error') return error(stringOf(line.message) ?? '', state);
  if (type === 'turn.started') return [{ kind: 'request' }];
  if (type === 'turn.completed') {
    state.turns += 1;
    return [result(state, fieldsOf(line.usage), undefined)];
  }
  const failure = stringOf(fieldsOf(line.error).message) ?? state.error ?? 'the turn failed';
  return type === 'turn.failed' ? [result(state, {}, failure)] : [];
};

/** Reads `codex exec --json` (developers.openai.com/codex, "Non-interactive mode"). */
export const codexTranslator = (): Translator => {
  const state: State = { message: undefined, error: undefined, retries: 0, turns: 0 };
  return {
    line(line) {
      const fields = parseEvent(line);
      if (fields) return handle(fields, state);
      return line.trim() === '' ? [] : [{ kind: 'stray', text: line }];
    },
    end: () => (state.error === undefined ? [] : [result(state, {}, state.error)]),
  };
};
