import { readStatus } from '../../../src/statusline/input.ts';
import { type StatusSession, statusLine } from '../../../src/statusline/line.ts';

const SESSION: StatusSession = {
  provider: 'AWS Bedrock',
  payer: 'cloud',
  model: 'us.anthropic.claude-opus-5-5',
  color: 6,
  gone: false,
};

/** As Claude Code 2.1.330 writes it, shortened. */
const FULL = {
  model: { id: 'us.anthropic.claude-opus-5-5', display_name: 'Opus 5.5' },
  cost: { total_cost_usd: 0.1267, total_duration_ms: 1 },
  context_window: { used_percentage: 41.6, context_window_size: 200_000, current_usage: null },
};

const plain = (session: StatusSession | undefined, input: unknown): string =>
  statusLine(session, readStatus(JSON.stringify(input)), false);

test('everything that is known, in one line', () => {
  expect(plain(SESSION, FULL)).toBe('AWS Bedrock · cloud · Opus 5.5 · 42% context · ~$0.13');
  expect(plain(undefined, FULL)).toBe('Opus 5.5 · 42% context · ~$0.13');
});

test('list prices are nobody’s bill at a subscription and at a local model', () => {
  for (const payer of ['subscription', 'local'])
    expect(plain({ ...SESSION, payer }, FULL)).not.toContain('$');
  for (const payer of ['api', undefined]) expect(plain({ ...SESSION, payer }, FULL)).toContain('~$0.13');
});

test('a session whose file is gone has a mark', () => {
  expect(plain({ ...SESSION, payer: undefined, color: undefined, gone: true }, {})).toBe(
    'AWS Bedrock! · opus-5-5',
  );
});

const BROKEN = ['', '{', '[]', '7', 'null', '"text"', '{"model":[],"cost":7,"context_window":"x"}', '\u0000'];

test.each(BROKEN)('%j: what the session says is shown', (text) => {
  expect(statusLine(SESSION, readStatus(text), false)).toBe('AWS Bedrock · cloud · opus-5-5');
});

const CONTEXTS: readonly (readonly [object, string])[] = [
  [{ used_percentage: 0 }, '0% context'],
  [{ used_percentage: 250 }, '100% context'],
  [{ total_input_tokens: 50_000, context_window_size: 200_000 }, '25% context'],
  [{ used_percentage: null, total_input_tokens: 1, context_window_size: 0 }, ''],
  [{ used_percentage: -1 }, ''],
  [{ used_percentage: '40' }, ''],
];

test.each(CONTEXTS)('the context %j: %j', (context_window, text) => {
  expect(plain(undefined, { context_window })).toBe(text);
});

test('no text makes the terminal do anything, or fills the line', () => {
  const model = { display_name: `\x1b]0;x\x07\n${'m'.repeat(500)}` };
  const line = plain({ ...SESSION, provider: 'a\x1b[2J' }, { model });
  expect(line).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
  expect(line).toContain('a\\x1b[2J');
  expect(line.length).toBeLessThan(100);
});

test('colours: the payer’s, red for a context that is nearly full', () => {
  const colored = (color: number, used: number): string =>
    statusLine({ ...SESSION, color }, readStatus(`{"context_window":{"used_percentage":${used}}}`), true);
  expect(colored(6, 10)).toBe('\x1b[36mAWS Bedrock\x1b[39m · \x1b[36mcloud\x1b[39m · opus-5-5 · 10% context');
  expect(colored(9, 80)).toContain('\x1b[91mAWS Bedrock\x1b[39m');
  expect(colored(208, 80)).toContain('\x1b[38;5;208mAWS Bedrock');
  expect(colored(6, 80)).toContain('\x1b[31m80% context\x1b[39m');
});
