import { segmentLines } from '../../../src/prompt/lines.ts';
import { segmentOf } from '../../../src/prompt/segment.ts';
import type { PromptStyle } from '../../../src/prompt/style.ts';
import { planOf } from '../plan/machine.ts';

const AWS = planOf({ provider: 'aws', tier: 'opus' }, { providers: { aws: { region: 'eu-west-1' } } });
const asked = { provider: 'aws', tier: 'opus' } as const;
const shown = (format: string, plan = AWS): string => segmentOf(plan, asked, { format }).text;

const FORMATS: readonly (readonly [string, string])[] = [
  ['[{provider}{ model}{team}{ sign}{gone}]', '[aws opus-5-5 ^]'],
  ['{title} {tool} {tier} {payer}', 'AWS Bedrock cc opus cloud'],
  ['{provider}{ (region)}{@profile}', 'aws (eu-west-1)'],
  ['{profile|tier}{ profile|effort}.', 'opus.'],
  ['{{{provider}}}', '{aws}'],
  ['  {effort}  ', ''],
  ['{sign}[{provider}]', '^[aws]'],
  ['100% \u276f {provider}', '100% \u276f aws'],
];

test.each(FORMATS)('%j is shown as %j', (format, text) => {
  expect(shown(format)).toBe(text);
});

test('team and gone have their places', () => {
  const segment = segmentOf({ ...AWS, team: true }, asked, { symbols: { team: ' ⚑', gone: '†' } });
  expect(segment).toMatchObject({ text: '[aws opus-5-5 ⚑ ^]', gone: '[aws opus-5-5 ⚑ ^†]' });
  expect(segment).toMatchObject({ ascii: '[aws opus-5-5+ ^]', asciiGone: '[aws opus-5-5+ ^!]' });
});

const MODELS: readonly (readonly [string, string])[] = [
  ['us.anthropic.claude-opus-5-5', 'opus-5-5'],
  ['eu.anthropic.claude-sonnet-5-5-20260101-v1:0', 'sonnet-5-5'],
  ['arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-opus-5-5', 'opus-5-5'],
  ['claude-haiku-5-5@20260101', 'haiku-5-5'],
  ['anthropic/claude-opus-5.5', 'opus-5.5'],
  ['qwen3-coder:30b', 'qwen3-coder:30b'],
  ['$(id)`id`%n\\w\x1b[31m\n', '_(id)_id__n_w__31m_'],
  ['modèle-ω', 'modèle-ω'],
  ['a\u202eb', 'a_b'],
];

test.each(MODELS)('the model %j is shown as %j', (model, text) => {
  expect(shown('{model}', { ...AWS, model })).toBe(text);
});

test('a sign is never the beginning of an expansion', () => {
  const api = { ...AWS, payer: 'api' as const };
  expect(shown('{sign}[{provider}] {sign}({tool}) {sign}{tool}', api)).toBe('$ [aws] $ (cc) $ cc');
  expect(shown('[{sign}{gone}] {sign} {sign}', api)).toBe('[$] $ $');
});

test('ASCII for where there is nothing else: accents go, letters become ?, ornaments vanish', () => {
  const { ascii } = segmentOf({ ...AWS, model: 'modèle-ω' }, asked, { format: '⟨{provider} · {model}⟩' });
  expect(ascii).toBe('aws  mod?le-?'.replace('mod?le', 'modele'));
});

test('a long text is cut between characters', () => {
  const segment = segmentOf({ ...AWS, model: 'ω'.repeat(500) }, asked, { format: '{model}{ model}{ model}' });
  expect(Buffer.byteLength(segment.text)).toBeLessThanOrEqual(200);
  expect(segment.text).toMatch(/^ω+ ω+ ω+$/);
});

const COLORS: readonly (readonly [PromptStyle['colors'], number | undefined])[] = [
  [undefined, 6],
  [{ cloud: 'red' }, 1],
  [{ cloud: 'bright-white' }, 15],
  [{ cloud: 208 }, 208],
  [{ cloud: 'default' }, undefined],
  [{ api: 'red' }, 6],
];

test.each(COLORS)('the colours %j: number %j', (colors, number) => {
  expect(segmentOf(AWS, asked, colors && { colors }).color).toBe(number);
});

test('a payer nobody knows has neither sign nor colour', () => {
  expect(segmentOf({ ...AWS, payer: undefined }, asked)).toMatchObject({
    text: '[aws opus-5-5]',
    color: undefined,
  });
});

test('the session file has ASCII and colour only where they say something', () => {
  expect(segmentLines(segmentOf(AWS, asked))).toEqual([
    'prompt=[aws opus-5-5 ^]',
    'prompt_gone=[aws opus-5-5 ^!]',
    'prompt_color=6',
  ]);
  const style = { symbols: { cloud: '☁' }, colors: { cloud: 'default' } } as const;
  expect(segmentLines(segmentOf(AWS, asked, style))).toEqual([
    'prompt=[aws opus-5-5 ☁]',
    'prompt_gone=[aws opus-5-5 ☁!]',
    'prompt_ascii=[aws opus-5-5 ^]',
    'prompt_ascii_gone=[aws opus-5-5 ^!]',
  ]);
  expect(segmentLines(undefined)).toEqual([]);
});
