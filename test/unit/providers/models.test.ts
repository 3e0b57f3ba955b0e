import { ANTHROPIC_MODELS, chooseModels } from '../../../src/providers/models.ts';
import type { ProviderContext } from '../../../src/providers/provider.ts';
import { context } from './context.ts';

const rows: [string, Partial<ProviderContext>, Record<string, unknown>][] = [
  [
    'opus by default',
    {},
    { model: 'claude-opus-5-5', smallModel: 'claude-haiku-5-5', models: ANTHROPIC_MODELS },
  ],
  ['the tier', { tier: 'fable' }, { model: 'claude-fable-5-2' }],
  ['an exact id leaves the tiers', { model: 'x' }, { model: 'x', models: ANTHROPIC_MODELS }],
  [
    'a variable over the built-in id',
    { tier: 'sonnet', env: { CLAUDE_MODEL_SONNET_AZURE: 'v', CLAUDE_MODEL_SONNET_AWS: 'other' } },
    { model: 'v', models: { ...ANTHROPIC_MODELS, sonnet: 'v' } },
  ],
  ['an empty variable is none', { env: { CLAUDE_MODEL_OPUS_AZURE: '' } }, { model: 'claude-opus-5-5' }],
  [
    'the configuration over the variable',
    { env: { CLAUDE_MODEL_OPUS_AZURE: 'v' }, settings: { models: { opus: 'c' } } },
    { model: 'c' },
  ],
  [
    'the small model follows the Haiku tier',
    { settings: { models: { haiku: 'h' } } },
    { smallModel: 'h', models: { ...ANTHROPIC_MODELS, haiku: 'h' } },
  ],
  [
    'the small model has a variable of its own',
    { env: { CLAUDE_SMALL_FAST_MODEL_AZURE: 's' } },
    { smallModel: 's', models: ANTHROPIC_MODELS },
  ],
  [
    'the configured small model wins',
    { env: { CLAUDE_SMALL_FAST_MODEL_AZURE: 's' }, settings: { smallModel: 'c' } },
    { smallModel: 'c' },
  ],
];

test.each(rows)('%s', (_, parts, expected) => {
  expect(chooseModels(context(parts), ANTHROPIC_MODELS, 'AZURE')).toMatchObject(expected);
});

test('without a suffix no variable counts', () => {
  const env = { CLAUDE_MODEL_OPUS_undefined: 'v', CLAUDE_MODEL_OPUS: 'v', CLAUDE_MODEL_OPUS_: 'v' };
  expect(chooseModels(context({ env }), ANTHROPIC_MODELS).model).toBe('claude-opus-5-5');
});
