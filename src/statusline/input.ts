/**
 * What Claude Code tells a status line, as far as it is shown (code.claude.com, "Status line"; seen in 2.1.197 and 2.1.330).
 * Absent fields are `undefined`.
 */
export interface StatusInput {
  readonly model: string | undefined;
  /** Percent of the context window in use. */
  readonly context: number | undefined;
  /** US dollars at list prices, as the client reckons. */
  readonly cost: number | undefined;
}

const NOTHING: StatusInput = { model: undefined, context: undefined, cost: undefined };

/** The member of an object, whatever `value` is. */
const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;

/** Before the first answer the client has no percentage, but may have the numbers. */
const contextOf = (window: unknown): number | undefined => {
  const percent = numberOf(member(window, 'used_percentage'));
  if (percent !== undefined) return Math.min(percent, 100);
  const [used, size] = [member(window, 'total_input_tokens'), member(window, 'context_window_size')].map(
    numberOf,
  );
  return used === undefined || !size ? undefined : Math.min((used / size) * 100, 100);
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads the JSON that the client writes; what is missing, of another kind or no JSON at all is absent. */
export const readStatus = (text: string): StatusInput => {
  const data = parsed(text.replace(/^\uFEFF/, ''));
  if (data === undefined) return NOTHING;
  const model = member(data, 'model');
  return {
    model: textOf(member(model, 'display_name')) ?? textOf(member(model, 'id')) ?? textOf(model),
    context: contextOf(member(data, 'context_window')),
    cost: numberOf(member(member(data, 'cost'), 'total_cost_usd')),
  };
};
