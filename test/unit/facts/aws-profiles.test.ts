import { awsProfiles } from '../../../src/facts/aws-profiles.ts';
import { fakeWorld } from './fake-world.ts';

const CONFIG = '/home/user/.aws/config';
const CREDENTIALS = '/home/user/.aws/credentials';

const rows: [string, string, Record<string, { region?: string }>][] = [
  ['nothing', '', {}],
  ['default', '[default]\nregion = us-west-2\noutput=json\n', { default: { region: 'us-west-2' } }],
  ['named', '[profile work]\nregion=eu-west-1', { work: { region: 'eu-west-1' } }],
  ['spaces, tabs and quotes', '[ profile\t"my work" ]\n', { 'my work': {} }],
  ['single quotes', "[profile 'a']", { a: {} }],
  ['odd names', '[profile a.b@c/d:e+f-1]', { 'a.b@c/d:e+f-1': {} }],
  ['Windows line ends, byte order mark', '\uFEFF[profile a]\r\nregion = r\r\n', { a: { region: 'r' } }],
  [
    'comments',
    '# [profile x]\n; y\n[profile a] # z\n#region = no\n;region = no\nregion = r # why\n',
    { a: { region: 'r' } },
  ],
  ['a hash within a value', '[profile a]\nregion = r#1', { a: { region: 'r#1' } }],
  ['nested settings', '[profile a]\ns3 =\n  region = no\n  x = y\noutput = json', { a: {} }],
  ['property after nested settings', '[profile a]\ns3 =\n  region = no\nregion = r', { a: { region: 'r' } }],
  ['indented property after a comment', '[profile a]\n# s3 =\n  region = r', { a: { region: 'r' } }],
  ['indented property after noise', '[profile a]\n=\n  region = r', { a: { region: 'r' } }],
  ['indented property', '[profile a]\n  region = r', { a: { region: 'r' } }],
  ['other sections', '[sso-session s]\nregion = no\n[services t]\n[preview]\n[profile a]\n', { a: {} }],
  [
    'a section twice',
    '[profile a]\nx = 1\n[profile b]\n[profile a]\nregion = r',
    { a: { region: 'r' }, b: {} },
  ],
  ['noise', 'region = lost\n]]\n[unclosed\n= v\nk\n[profile a]\nregion =\n', { a: {} }],
  [
    'names of every object',
    '[profile __proto__]\nregion = r\n[profile constructor]',
    { ['__proto__']: { region: 'r' }, constructor: {} as { region?: string } },
  ],
];

test.each(rows)('config: %s', (_, content, expected) => {
  const world = fakeWorld({ files: { [CONFIG]: content }, home: '/home/user' });
  expect([...awsProfiles(world, {})]).toEqual(Object.entries(expected));
});

test('profiles of both files, the credentials file winning', () => {
  const files = {
    [CONFIG]: '[default]\nregion = a\n[profile one]\nregion = b',
    [CREDENTIALS]: '[one]\nregion = c\naws_access_key_id = fake\n[two]\n[default]\n',
  };
  const profiles = awsProfiles(fakeWorld({ files, home: '/home/user' }), {});
  expect(Object.fromEntries(profiles)).toEqual({ default: { region: 'a' }, one: { region: 'c' }, two: {} });
});

test('files that the environment names', () => {
  const files = { '/c': '[profile a]', '/s': '[b]', [CONFIG]: '[profile no]', [CREDENTIALS]: '[no]' };
  const env = { AWS_CONFIG_FILE: '/c', AWS_SHARED_CREDENTIALS_FILE: '/s' };
  expect([...awsProfiles(fakeWorld({ files, home: '/home/user' }), env).keys()]).toEqual(['a', 'b']);
  expect([...awsProfiles(fakeWorld({ files }), env).keys()]).toEqual(['a', 'b']);
});

test.each([
  ['a FIFO', 'FIFO' as const],
  ['a folder', 'FOLDER' as const],
  ['more than 1 MiB', { size: 1024 * 1024 + 1 }],
])('%s is not opened', (_, file) => {
  const world = fakeWorld({ files: { [CONFIG]: file, [CREDENTIALS]: '[a]' }, home: '/home/user' });
  expect([...awsProfiles(world, {}).keys()]).toEqual(['a']);
});

test('a file of exactly 1 MiB is read', () => {
  const content = '[a]'.padEnd(1024 * 1024, '\n');
  const world = fakeWorld({ files: { [CREDENTIALS]: content }, home: '/home/user' });
  expect([...awsProfiles(world, {}).keys()]).toEqual(['a']);
});
