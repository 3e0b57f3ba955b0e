import type { Config, Defaults, Profile } from '../../../src/config/config.ts';
import { mergeSelection } from '../../../src/plan/merge.ts';
import type { Selection } from '../../../src/plan/selection.ts';
import { config } from './machine.ts';

const idOf = (word: string) => ({ ol: 'ollama' })[word] ?? word;

const PROFILES: Record<string, Profile> = {
  work: { provider: 'aws', tier: 'opus', region: 'eu-west-1', team: true },
  local: { provider: 'ollama', model: 'qwen3' },
  fast: { tier: 'haiku', effort: 'low' },
  codex: { tool: 'codex' },
};

const rows: [string, Selection, Defaults, Selection, string | undefined][] = [
  ['nothing', {}, {}, {}, undefined],
  [
    'defaults alone',
    {},
    { tool: 'cc', provider: 'aws', tier: 'opus', team: true, effort: 'max' },
    { tool: 'cc', provider: 'aws', tier: 'opus', team: true, effort: 'max' },
    undefined,
  ],
  [
    'asked over profile over defaults',
    { profile: 'work', tier: 'sonnet' },
    { provider: 'pro', tier: 'haiku', team: false, effort: 'high' },
    { profile: 'work', provider: 'aws', tier: 'sonnet', team: true, effort: 'high' },
    'work',
  ],
  [
    'false is said, too',
    { profile: 'work', team: false },
    {},
    { profile: 'work', provider: 'aws', tier: 'opus', team: false },
    'work',
  ],
  [
    'a profile without a provider takes the default one',
    { profile: 'fast' },
    { provider: 'aws', tier: 'opus' },
    { profile: 'fast', provider: 'aws', tier: 'haiku', effort: 'low' },
    'fast',
  ],
  [
    'a profile without a provider refines the one asked for',
    { profile: 'fast', provider: 'vertex' },
    {},
    { profile: 'fast', provider: 'vertex', tier: 'haiku', effort: 'low' },
    'fast',
  ],
  [
    'the tool of a profile',
    { profile: 'codex' },
    { tool: 'cc' },
    { profile: 'codex', tool: 'codex' },
    'codex',
  ],
  [
    'the same provider in other words is no contradiction',
    { profile: 'local', provider: 'ol' },
    {},
    { profile: 'local', provider: 'ol', model: 'qwen3' },
    'local',
  ],
  [
    'the default profile',
    {},
    { profile: 'work', provider: 'pro', tier: 'haiku' },
    { profile: 'work', provider: 'aws', tier: 'opus', team: true },
    'work',
  ],
  [
    'the default profile for the provider asked for',
    { provider: 'aws' },
    { profile: 'work' },
    { provider: 'aws', tier: 'opus', team: true },
    'work',
  ],
  [
    'the default profile gives way to another provider',
    { provider: 'pro' },
    { profile: 'work', effort: 'low' },
    { provider: 'pro', effort: 'low' },
    undefined,
  ],
  [
    'a model asked for hides the tiers below',
    { profile: 'work', model: 'x' },
    { tier: 'haiku' },
    { profile: 'work', provider: 'aws', model: 'x', team: true },
    'work',
  ],
  [
    'a tier asked for hides the model below',
    { profile: 'local', tier: 'opus' },
    {},
    { profile: 'local', provider: 'ollama', tier: 'opus' },
    'local',
  ],
  [
    'the default model stays with its provider',
    { provider: 'aws' },
    { provider: 'ollama', model: 'qwen3' },
    { provider: 'aws' },
    undefined,
  ],
  [
    'the default model for its provider',
    { provider: 'ol' },
    { provider: 'ollama', model: 'qwen3' },
    { provider: 'ol', model: 'qwen3' },
    undefined,
  ],
];

test.each(rows)('%s', (_, asked, defaults, selection, profile) => {
  const merged = mergeSelection(asked, config({ defaults, profiles: PROFILES }), idOf);
  expect(merged.selection).toEqual(selection);
  expect(merged.profile).toBe(profile === undefined ? undefined : PROFILES[profile]);
});

const errors: [string, Selection, Partial<Config>, { code: number; message: string; hint: string }][] = [
  [
    'unknown profile',
    { profile: 'wrok' },
    {},
    {
      code: 2,
      message: 'unknown profile "wrok"',
      hint: 'Did you mean "work"? Profiles: work, local, fast, codex.',
    },
  ],
  [
    'a name of every object',
    { profile: 'constructor' },
    {},
    { code: 2, message: 'unknown profile', hint: 'Profiles: work' },
  ],
  [
    'no profiles at all',
    { profile: 'a' },
    { profiles: {} },
    { code: 2, message: 'unknown profile', hint: 'Profiles: none' },
  ],
  [
    'unknown default profile',
    {},
    { defaults: { profile: 'nope' } },
    { code: 2, message: 'unknown profile "nope" in defaults.profile', hint: 'Profiles' },
  ],
  [
    'provider against profile',
    { profile: 'work', provider: 'pro' },
    {},
    { code: 2, message: 'provider pro and profile "work" (aws) exclude each other', hint: 'Leave one' },
  ],
  [
    'model beside tier',
    { model: 'x', tier: 'opus' },
    {},
    { code: 2, message: 'model x and tier opus exclude', hint: 'Leave one' },
  ],
  [
    'model beside tier in the profile',
    { profile: 'both' },
    { profiles: { both: { model: 'x', tier: 'opus' } } },
    { code: 1, message: 'exclude each other in the profile', hint: 'Remove one' },
  ],
  [
    'model beside tier in the defaults',
    {},
    { defaults: { model: 'x', tier: 'opus' } },
    { code: 1, message: 'exclude each other in defaults', hint: 'Remove one' },
  ],
];

test.each(errors)('error: %s', (_, asked, parts, { code, message, hint }) => {
  expect(() => mergeSelection(asked, config({ profiles: PROFILES, ...parts }), idOf)).toThrow(
    expect.objectContaining({
      code,
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    }),
  );
});
