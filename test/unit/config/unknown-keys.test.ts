import { loadText, removeHomes } from './home.ts';

afterEach(removeHomes);

const UNKNOWN: readonly [what: string, text: string, warning: string][] = [
  [
    'mistyped',
    'providers:\n  aws:\n    regoin: x',
    ':3: providers.aws.regoin: unknown key "regoin"; did you mean "region"?',
  ],
  [
    'in another case',
    'providers: { aws: { BASE_URL: x } }',
    ':1: providers.aws.BASE_URL: unknown key "BASE_URL"; did you mean "baseUrl"?',
  ],
  ['of a section', 'default: {}', ':1: default: unknown key "default"; did you mean "defaults"?'],
  [
    'nobody knows',
    '{"profiles": {"work":\n{"x.y": {"z": [1]}}}}',
    ':2: profiles.work."x.y": unknown key "x.y"',
  ],
  [
    'of the models',
    'providers: { aws: { models: { opu: x } } }',
    ':1: providers.aws.models.opu: unknown key "opu"; did you mean "opus"?',
  ],
];

test.each(UNKNOWN)('a key %s is a warning, and the rest holds', async (_what, text, warning) => {
  const { warnings, path } = await loadText(text);
  expect(warnings).toEqual([`${path}${warning}`]);
});

test('where something else is wrong, it is named beside that, in the order of the lines', async () => {
  const text = 'defaults:\n  tem: true\n  tier: opsu\n  efort: high';
  await expect(loadText(text)).rejects.toThrow(
    /:2: defaults\.tem: unknown key "tem"; did you mean "team"\?\n\S+:3: defaults\.tier: .*\n\S+:4: defaults\.efort: /,
  );
});
