import { type BrokenFile, expectMessage, SECRET_FORMS } from './broken.ts';
import { failure, loadText, removeHomes } from './home.ts';

afterEach(removeHomes);

const secrets: readonly BrokenFile[] = [
  [
    'credentials in an address',
    'providers: { aws: { baseUrl: "https://me:hush@gw.example" } }',
    ':1: providers.aws.baseUrl: must not contain a user name or password; use apiKey or token for them',
  ],
  [
    'a shell variable for a key',
    `providers:\n  apikey:\n    apiKey: ${'$'}{ANTHROPIC_API_KEY}`,
    ':3: providers.apikey.apiKey: a shell variable is not expanded here; write {env: NAME}',
  ],
  [
    'an unknown kind of secret',
    'providers: { apikey: { apiKey: { vault: x } } }',
    `:1: providers.apikey.apiKey: expected a secret: ${SECRET_FORMS}; found a section`,
  ],
  [
    'two kinds of secret at once',
    'providers: { apikey: { apiKey: { env: A, file: B } } }',
    `:1: providers.apikey.apiKey: expected a secret: ${SECRET_FORMS}; found a section`,
  ],
  [
    'a secret from an impossible variable',
    'providers: { apikey: { apiKey: { env: 1A } } }',
    ':1: providers.apikey.apiKey.env: a variable name consists of letters, digits and "_", and does not begin with a digit',
  ],
  [
    'a secret command without a program',
    'providers: { apikey: { apiKey: { command: [] } } }',
    ':1: providers.apikey.apiKey.command: must begin with a program, e.g. [pass, show, name]',
  ],
  [
    'a keychain name that is an option',
    'providers: { apikey: { apiKey: { keychain: -x } } }',
    ':1: providers.apikey.apiKey.keychain: must not begin with "-"',
  ],
];

test.each([...secrets])('%s is told with file, line, path and remedy', (_what, text, message) =>
  expectMessage(text, message),
);

test.each([
  ['0640', 0o640],
  ['0644', 0o644],
  ['0604', 0o604],
])('a secret written out in a file of mode %s is refused and not shown', async (_mode, mode) => {
  const text =
    'providers:\n  apikey:\n    apiKey: sk-0123456789\nprofiles:\n  work:\n    token: sk-9876543210';
  const { message } = await failure(() => loadText(text, '.ai-runnerrc', mode));
  const remedy = `a secret is written out in a file that other users can read; make the file private (chmod 600 ~/.ai-runnerrc), or write ${SECRET_FORMS}`;
  expect(message).toBe(
    [
      `~/.ai-runnerrc:3: providers.apikey.apiKey: ${remedy}`,
      `~/.ai-runnerrc:6: profiles.work.token: ${remedy}`,
    ].join('\n'),
  );
});

test('references may stand in a file that others can read', async () => {
  const { config } = await loadText('providers: { apikey: { apiKey: { env: A } } }', '.ai-runnerrc', 0o644);
  expect(config.providers).toEqual({ apikey: { apiKey: { env: 'A' } } });
});
