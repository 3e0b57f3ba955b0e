/** A configuration as somebody with two accounts and a gateway has it. */
const USUAL = {
  defaults: { tool: 'cc', provider: 'aws', tier: 'opus' },
  profiles: {
    work: { provider: 'aws', tier: 'opus', region: 'eu-west-1', awsProfile: 'work' },
    home: { provider: 'ollama', model: 'qwen3-coder' },
  },
  providers: {
    aws: { region: 'us-west-2' },
    vertex: { project: 'my-project', region: 'global' },
    mygw: {
      type: 'anthropic',
      title: 'My gateway',
      payer: 'api',
      baseUrl: 'https://gw.example/anthropic',
      token: { env: 'GW_TOKEN' },
      models: { opus: 'big' },
    },
  },
};

/** The usual configuration as JSON. */
export const JSON_CONFIG = `${JSON.stringify(USUAL, null, 2)}\n`;

/** The same as YAML, written as people write it. */
export const YAML_CONFIG = `\
# What I use
defaults: { tool: cc, provider: aws, tier: opus }
profiles:
  work: { provider: aws, tier: opus, region: eu-west-1, awsProfile: work }
  home:
    provider: ollama
    model: qwen3-coder
providers:
  aws: { region: us-west-2 }
  vertex: { project: my-project, region: global }
  mygw:
    type: anthropic
    title: My gateway
    payer: api
    baseUrl: "https://gw.example/anthropic"
    token: { env: GW_TOKEN }
    models: { opus: big }
`;

const numbered = <T>(count: number, name: string, make: (index: number) => T): Record<string, T> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}${index}`, make(index)]));

/** A JSON configuration with so many profiles. */
export const withProfiles = (count: number): string =>
  JSON.stringify({
    profiles: numbered(count, 'profile', (index) => ({
      provider: 'aws',
      tier: 'opus',
      region: 'eu-west-1',
      awsProfile: `account-${index}`,
    })),
  });

/** A JSON configuration with so many providers of the user's own. */
export const withProviders = (count: number): string =>
  JSON.stringify({
    providers: numbered(count, 'gateway', (index) => ({
      type: 'anthropic',
      title: `Gateway ${index}`,
      payer: 'api',
      baseUrl: `https://gateway-${index}.example/anthropic`,
      token: { env: `GATEWAY_TOKEN_${index}` },
      models: { opus: 'big', sonnet: 'middle', haiku: 'small' },
    })),
  });
