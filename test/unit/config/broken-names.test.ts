import { type BrokenFile, expectMessage } from './broken.ts';
import { removeHomes } from './home.ts';

afterEach(removeHomes);

const names: readonly BrokenFile[] = [
  [
    'a custom provider without its type',
    'providers:\n  mygw:\n    baseUrl: https://gw.example',
    ':2: providers.mygw: is not a built-in provider; add "type: anthropic" for a provider of your own',
  ],
  [
    'a mistyped built-in provider',
    'providers:\n  olama: { region: x }',
    ':2: providers.olama: is not a built-in provider; add "type: anthropic" for a provider of your own, or did you mean "ollama"?',
  ],
  [
    'a custom provider without an address',
    'providers: { mygw: { type: anthropic } }',
    ':1: providers.mygw: has no baseUrl; add "baseUrl: https://…"',
  ],
  [
    'a custom provider of another kind',
    'providers: { mygw: { type: openai } }',
    ':1: providers.mygw.type: expected "anthropic", found "openai"',
  ],
  [
    'a custom provider under a built-in name',
    'providers: { aws: { type: anthropic } }',
    ':1: providers.aws.type: aws is built in; leave "type" out to refine it, or choose another name',
  ],
  [
    'a custom provider that shadows a flag',
    'providers: { opus: { type: anthropic, baseUrl: "http://localhost" } }',
    ':1: providers.opus: --opus already has a meaning on the command line; choose another name',
  ],
  [
    'an impossible provider id',
    'providers:\n  My_GW: {}',
    ':2: providers.My_GW: a provider id consists of a-z, 0-9 and "-", and begins with a letter',
  ],
  [
    'a profile that looks like a flag',
    'profiles:\n  --work: {}',
    ':2: profiles.--work: a profile name consists of letters, digits, ".", "_" and "-", and does not begin with "." or "-"',
  ],
  [
    'a default provider that does not exist',
    'defaults: { provider: my-gw }\nproviders: { my-gw2: { type: anthropic, baseUrl: "http://x" } }',
    ':1: defaults.provider: there is no provider "my-gw"; did you mean "my-gw2"?',
  ],
  [
    'a default profile that does not exist',
    'defaults: { profile: home }',
    ':1: defaults.profile: there is no profile "home"; known: none',
  ],
  [
    'a profile of an unknown provider',
    'profiles:\n  work:\n    provider: gcp',
    ':3: profiles.work.provider: there is no provider "gcp"; known: aws, vertex, apikey, azure, vercel, pro, ollama, lmstudio',
  ],
  [
    'an impossible variable name',
    'profiles: { work: { env: { "A-B": x } } }',
    ':1: profiles.work.env.A-B: a variable name consists of letters, digits and "_", and does not begin with a digit',
  ],
  [
    'a variable with a NUL',
    '{"profiles": {"work": {"env": {"A": "x\\u0000"}}}}',
    ':1: profiles.work.env.A: must not contain a NUL character',
  ],
  [
    'a host in place of a resource',
    'providers: { azure: { resource: evil.example/x } }',
    ':1: providers.azure.resource: must consist of letters, digits and hyphens, at most 63',
  ],
];

const hostile: readonly BrokenFile[] = [
  [
    'names that JavaScript reserves',
    '__proto__: { defaults: {} }\nprofiles:\n  constructor: {}',
    [
      ':1: __proto__: this name is reserved; choose another name',
      ':3: profiles.constructor: this name is reserved; choose another name',
    ],
  ],
  [
    'aliases that stand for a million values',
    `tools:\n  a: &a [${'x,'.repeat(100)}]\n  b: &b [${'*a,'.repeat(100)}]\n  c: [${'*b,'.repeat(100)}]`,
    ':1: tools: holds more than 20000 values (an alias counts each time)',
  ],
  ['an alias that contains itself', 'tools: &t\n  x: *t', ':1: tools: is nested more than 24 levels deep'],
  [
    'a name that moves the cursor',
    '{"profiles": {"\\u001b[2J\\u202e": {}}}',
    ':1: profiles."\\x1b[2J\\u202e": a profile name consists of letters, digits, ".", "_" and "-", and does not begin with "." or "-"',
  ],
];

test.each([...names, ...hostile])('%s is told with file, line, path and remedy', (_what, text, message) =>
  expectMessage(text, message),
);
