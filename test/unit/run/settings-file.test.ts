import type { Plan } from '../../../src/plan/plan.ts';
import { closingSettings, gapWarnings } from '../../../src/run/settings-file.ts';

const plan = {
  patch: new Map([
    ['AWS_REGION', { kind: 'text', text: 'eu-west-1' }],
    ['AWS_BEARER_TOKEN_BEDROCK', { kind: 'unset' }],
  ]),
  managed: { names: [], prefixes: ['ANTHROPIC_'] },
  kept: [],
} as unknown as Plan;

const gap = (...names: string[]) => [{ path: '/home/u/.claude/settings.json', names }];

test.each([
  ['nothing', [], undefined],
  ['headers', ['ANTHROPIC_CUSTOM_HEADERS'], { env: { ANTHROPIC_CUSTOM_HEADERS: '' } }],
  ['a helper', ['apiKeyHelper'], { apiKeyHelper: '', env: {} }],
  ['the region of the session', ['AWS_REGION'], { env: { AWS_REGION: 'eu-west-1' } }],
  ['the profile that the caller keeps', ['AWS_PROFILE'], { env: { AWS_PROFILE: 'work' } }],
  [
    'a credential that the session removes',
    ['AWS_BEARER_TOKEN_BEDROCK'],
    { env: { AWS_BEARER_TOKEN_BEDROCK: '' } },
  ],
])('takes back %s', (_, names, expected) => {
  const env = { AWS_PROFILE: 'work', ANTHROPIC_CUSTOM_HEADERS: 'x: y', AWS_BEARER_TOKEN_BEDROCK: 'k' };
  const text = closingSettings(names.length === 0 ? [] : gap(...names), plan, env);
  expect(text === undefined ? undefined : JSON.parse(text)).toStrictEqual(expected);
});

test('a warning names the file and the variables', () => {
  expect(gapWarnings(gap('AWS_PROFILE', 'apiKeyHelper'))[0]).toMatch(
    /settings\.json sets AWS_PROFILE, apiKeyHelper/,
  );
});
