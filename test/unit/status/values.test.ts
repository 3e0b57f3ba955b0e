import type { Config } from '../../../src/config/config.ts';
import { effectiveValues } from '../../../src/status/values.ts';
import type { Env } from '../../../src/world.ts';
import { type FakeMachine, fakeWorld } from '../facts/fake-world.ts';
import { config } from '../plan/machine.ts';

const HOME = '/home/user';
const KEY = { ANTHROPIC_API_KEY: 'sk-secret' };
const AWS = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 's' };

interface Case {
  readonly env?: Env;
  readonly files?: FakeMachine['files'];
}

/** `name=value (source)` of everything that is said. */
const said = async (parts: Partial<Config>, { env = {}, files = {} }: Case = {}): Promise<string[]> => {
  const values = await effectiveValues(fakeWorld({ home: HOME, env, files }), config(parts));
  return values
    .filter(({ source }) => source !== 'none')
    .map(({ name, value, source }) => `${name}=${value} (${source})`);
};

test.each<[string, Partial<Config>, Case, string[]]>([
  ['nothing', {}, {}, ['tool=cc (built-in)', 'team=false (built-in)']],
  [
    'defaults',
    { defaults: { tool: 'cc', provider: 'apikey', tier: 'haiku', effort: 'high', team: true } },
    { env: KEY },
    [
      'tool=cc (defaults.tool)',
      'provider=apikey (defaults.provider)',
      'effort=high (defaults.effort)',
      'team=true (defaults.team)',
      'tier=haiku (defaults.tier)',
      'model=claude-haiku-5-5 (built-in)',
      'auth=API key (ANTHROPIC_API_KEY)',
    ],
  ],
  [
    'a profile over the defaults over a section',
    {
      defaults: { profile: 'work', provider: 'apikey', tier: 'haiku', effort: 'low' },
      profiles: { work: { provider: 'aws', model: 'exact', region: 'eu-west-1' } },
      providers: { aws: { region: 'us-west-2', awsProfile: 'w' } },
    },
    {},
    [
      'profile=work (defaults.profile)',
      'tool=cc (built-in)',
      'provider=aws (profiles.work.provider)',
      'effort=low (defaults.effort)',
      'team=false (built-in)',
      'model=exact (profiles.work.model)',
      'region=eu-west-1 (profiles.work.region)',
      'awsProfile=w (providers.aws.awsProfile)',
      'auth=AWS credentials (profile: w) (providers.aws.awsProfile)',
    ],
  ],
  [
    'variables',
    { defaults: { provider: 'aws' } },
    { env: { ...AWS, AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1', CLAUDE_MODEL_OPUS_AWS: 'm' } },
    [
      'model=m (CLAUDE_MODEL_OPUS_AWS)',
      'region=eu-west-1 (AWS_REGION)',
      'auth=AWS credentials (access key) (AWS_ACCESS_KEY_ID)',
    ],
  ],
  [
    'a profile of the AWS files',
    { defaults: { provider: 'aws' } },
    { files: { [`${HOME}/.aws/config`]: '[default]\nregion = ap-south-1' } },
    ['region=ap-south-1 (AWS files)', 'awsProfile=default (AWS files)'],
  ],
  [
    'a variable that does not count',
    { defaults: { provider: 'aws' } },
    { env: { AWS_BEARER_TOKEN_BEDROCK: 'b', AWS_PROFILE: 'unused' } },
    ['region=us-east-1 (built-in)', 'auth=Bedrock API key (AWS_BEARER_TOKEN_BEDROCK)'],
  ],
  [
    'variables of a section',
    { defaults: { provider: 'aws' }, providers: { aws: { env: { AWS_REGION: 'eu-west-2' } } } },
    { env: { ...AWS, AWS_REGION: 'other' } },
    ['region=eu-west-2 (providers.aws.env.AWS_REGION)'],
  ],
  [
    'a project of the configuration and a login of the machine',
    { defaults: { provider: 'vertex' }, providers: { vertex: { project: 'p' } } },
    { files: { [`${HOME}/.config/gcloud/application_default_credentials.json`]: '{}' } },
    [
      'region=global (built-in)',
      'project=p (providers.vertex.project)',
      'auth=Google credentials (project: p) (machine)',
    ],
  ],
  [
    'a subscription, whose model is the tool’s',
    { defaults: { provider: 'pro' } },
    { env: { CLAUDE_CODE_OAUTH_TOKEN: 't' } },
    ['model=null (tool)', 'auth=Subscription (token) (CLAUDE_CODE_OAUTH_TOKEN)'],
  ],
  [
    'a resource of the caller',
    { defaults: { provider: 'azure' }, providers: { azure: { apiKey: { command: ['pass', 'x'] } } } },
    { env: { ANTHROPIC_FOUNDRY_RESOURCE: 'res' } },
    ['resource=res (ANTHROPIC_FOUNDRY_RESOURCE)', 'auth=API key (providers.azure.apiKey)'],
  ],
  [
    'a provider that is not ready',
    { defaults: { provider: 'azure', tier: 'opus' }, providers: { azure: { resource: 'r' } } },
    {},
    [
      'provider=azure (defaults.provider)',
      'tier=opus (defaults.tier)',
      'resource=r (providers.azure.resource)',
    ],
  ],
])('effective values of %s', async (_, parts, given, expected) => {
  const lines = await said(parts, given);
  expect(lines).toEqual(expect.arrayContaining(expected));
});

test('a variable that does not count is not shown', async () => {
  const env = { AWS_BEARER_TOKEN_BEDROCK: 'b', AWS_PROFILE: 'unused' };
  expect((await said({ defaults: { provider: 'aws' } }, { env })).join()).not.toContain('unused');
});

test('no secret is among them, not even in an address', async () => {
  const env = { ...KEY, OLLAMA_HOST: 'http://user:sk-secret@h' };
  const both = [
    await said({ defaults: { provider: 'apikey' } }, { env }),
    await said({ defaults: { provider: 'ollama' } }, { env }),
  ];
  expect(both.flat().join()).not.toContain('sk-secret');
});
