/** A tool that the model asks the client to run, e.g. `{ name: 'Bash', input: { command: 'env' } }`. */
export interface ToolCall {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What the server says to one request for a model's turn. */
export interface Answer {
  readonly text: string;
  /** The turn ends with this tool call; the client then comes back with its result. */
  readonly tool?: ToolCall;
  /** HTTP status; anything but 200 sends an error body in the manner of the protocol. */
  readonly status: number;
  /** Additional response headers, e.g. `retry-after`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Wait before the first byte, in ms. */
  readonly delayMs: number;
  /** Wait between two events of a stream, in ms. */
  readonly chunkDelayMs: number;
  /** What event number `index` of a stream waits for. */
  readonly before: (index: number) => Promise<void> | undefined;
  /** Number of events after which the connection is cut; `Infinity` sends the whole stream. */
  readonly cutAfter: number;
}

/** The parts of an answer that differ from the server's standing one. */
export type NextAnswer = Partial<Answer>;

const PONG: Answer = {
  text: 'PONG',
  status: 200,
  headers: {},
  delayMs: 0,
  chunkDelayMs: 0,
  before: () => undefined,
  cutAfter: Number.POSITIVE_INFINITY,
};

/** The answers to come: queued ones first, then the standing one for ever. */
export interface Answers {
  readonly standing: Answer;
  next(): Answer;
  queue(next: NextAnswer, times: number): void;
}

/** Starts the queue of a server whose standing answer is PONG with `changes`. */
export const createAnswers = (changes: NextAnswer): Answers => {
  const standing = { ...PONG, ...changes };
  const queued: { answer: Answer; left: number }[] = [];
  const next = (): Answer => {
    const [first] = queued;
    if (!first) return standing;
    first.left -= 1;
    if (first.left <= 0) queued.shift();
    return first.answer;
  };
  return {
    standing,
    next,
    queue: (changed, times) => void queued.push({ answer: { ...standing, ...changed }, left: times }),
  };
};
