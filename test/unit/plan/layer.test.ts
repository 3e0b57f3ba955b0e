import { layer } from '../../../src/plan/merge.ts';
import type { Selection } from '../../../src/plan/selection.ts';

const layers: [string, Selection, Selection, Selection][] = [
  [
    'other choices are single',
    { effort: 'low' },
    { effort: 'max', team: true },
    { effort: 'low', team: true },
  ],
  [
    'a provider replaces the profile below',
    { provider: 'pro' },
    { profile: 'work', provider: 'aws' },
    { provider: 'pro' },
  ],
  ['a profile replaces the provider below', { profile: 'work' }, { provider: 'pro' }, { profile: 'work' }],
  ['a tier replaces the model below', { tier: 'opus' }, { model: 'x' }, { tier: 'opus' }],
  [
    'a model replaces the tier below',
    { model: 'x' },
    { tier: 'opus', tool: 'cc' },
    { model: 'x', tool: 'cc' },
  ],
  [
    'another provider has another account',
    { provider: 'vertex' },
    { provider: 'aws', region: 'us-west-2', awsProfile: 'work' },
    { provider: 'vertex' },
  ],
  [
    'the account of the provider below',
    { region: 'eu-west-1' },
    { provider: 'aws', region: 'us-west-2', awsProfile: 'work' },
    { provider: 'aws', region: 'eu-west-1', awsProfile: 'work' },
  ],
  ['nothing above', {}, { profile: 'work', tier: 'opus' }, { profile: 'work', tier: 'opus' }],
];

test.each(layers)('layers: %s', (_, upper, lower, result) => {
  expect(layer(upper, lower)).toEqual(result);
});
