import { readName, toPid } from '../../../src/sessions/file-name.ts';
import { format, parse } from '../../../src/sessions/session-file.ts';

const NAME = 'cc-aws-12345-1704067200.info';

const FULL = `id=cc-aws-12345-1704067200
tool=cc
provider=aws
provider_name=AWS Bedrock
auth=AWS credentials (profile: default)
payer=cloud
model=global.anthropic.claude-opus-5-5
small_model=global.anthropic.claude-haiku-5-5
region=us-west-2
project=my-project
teams=1
pid=12345
started_at=1704067200
start_time=8812345
shell=zsh
cwd=/home/user/a=b
tty=/dev/pts/3
cleanup=1
kind=shell
`;

const SESSION = {
  id: 'cc-aws-12345-1704067200',
  tool: 'cc',
  provider: 'aws',
  providerName: 'AWS Bedrock',
  auth: 'AWS credentials (profile: default)',
  payer: 'cloud',
  model: 'global.anthropic.claude-opus-5-5',
  smallModel: 'global.anthropic.claude-haiku-5-5',
  region: 'us-west-2',
  project: 'my-project',
  teams: true,
  pid: 12345,
  startedAt: 1704067200,
  startTime: '8812345',
  kind: 'shell',
  shell: 'zsh',
  cwd: '/home/user/a=b',
  tty: '/dev/pts/3',
  cleanup: true,
} as const;

test('a full file is read into every field', () => {
  expect(parse(FULL, NAME)).toEqual({ session: SESSION, unfinished: false, problems: [] });
});

test('what is written is read back', () => {
  expect(format(SESSION)).toBe(FULL);
  const { cleanup, model, teams, ...rest } = SESSION;
  const bare = { ...rest, model: undefined, teams: false };
  expect(parse(format(bare), NAME).session).toEqual({ ...bare, cleanup: false });
});

test('a value is written on one line, whatever is in it', () => {
  const text = format({ ...SESSION, cwd: '/tmp/a\nteams=1\x1b[2J', model: 'm\x9b' });
  expect(text).toContain('\ncwd=/tmp/a?teams=1?[2J\n');
  expect(text).toContain('\nmodel=m?\n');
});

test.each<[string, string, object]>([
  ['everything after the first = is the value', 'model= a=b= \n', { model: ' a=b= ' }],
  ['the last of several equal keys counts', 'model=a\nmodel=b\n', { model: 'b' }],
  ['an empty value is an absent one', 'model=a\nmodel=\nregion=\n', { model: undefined, region: undefined }],
  ['unknown keys and empty lines are nothing to speak of', 'colour=red\n\nmodel=a\n', { model: 'a' }],
  ['a last line without newline is unfinished', 'model=a\nregion=us-w', { model: 'a', region: undefined }],
  ['lines may end as on Windows', 'model=a\r\nregion=b\r\n', { model: 'a', region: 'b' }],
  ['nothing is interpreted', 'model=$(touch x)`y`;$Z\n', { model: '$(touch x)`y`;$Z' }],
  ['the id is the name of the file', 'id=other\n', { id: 'cc-aws-12345-1704067200' }],
  ['an unknown kind is absent', 'kind=daemon\n', { kind: undefined }],
  [
    'what is missing comes from the name',
    'auth=None\n',
    { tool: 'cc', provider: 'aws', pid: 12345, startedAt: 1704067200 },
  ],
  ['a prototype is a key like any other', '__proto__=x\nconstructor=y\nmodel=a\n', { model: 'a' }],
  ['teams: yes', 'teams=YES\n', { teams: true }],
  ['teams: enabled', 'teams=enabled\n', { teams: true }],
  ['teams: on', 'teams=on\n', { teams: true }],
  ['teams: true', 'teams=true\n', { teams: true }],
  ['teams: 0', 'teams=0\n', { teams: false }],
])('%s', (_, text, expected) => {
  const parsed = parse(text, NAME);
  expect(parsed.session).toMatchObject(expected);
  expect(parsed.problems).toEqual([]);
});

test.each<[string, string, string[], number | undefined]>([
  ['bad lines are counted once', 'model=a\nhello\n=x\n1a=b\n', ['3 of its lines are not key=value'], 12345],
  ['a pid of 0', 'pid=0\n', ['its pid makes no sense'], 12345],
  ['a negative pid', 'pid=-1\n', ['its pid makes no sense'], 12345],
  ['a pid beyond 2^31', 'pid=2147483648\n', ['its pid makes no sense'], 12345],
  ['a pid with an end', 'pid=12345x\n', ['its pid makes no sense'], 12345],
  ['another pid than in the name', 'pid=777\n', ['its pid is not the one in its name'], 777],
  ['a start that is no time', 'started_at=yesterday\n', ['its started_at makes no sense'], 12345],
  ['ticks that are none', 'start_time=-5\n', ['its start_time makes no sense'], 12345],
  ['no line of ours', 'hello\nworld\n', ['it has no line of the form key=value'], undefined],
  ['binary', 'pid=1\n\0\n', ['it is binary'], undefined],
  ['endless', 'x'.repeat(5000), ['it has no line of the form key=value'], undefined],
])('%s is a problem', (_, text, problems, pid) => {
  const parsed = parse(text, NAME);
  expect(parsed.problems).toEqual(problems);
  expect(parsed.session?.pid).toBe(pid);
  expect(parsed.unfinished).toBe(false);
});

test('without a pid in text or name there is no session', () => {
  expect(parse('tool=cc\n', 'notes.info')).toEqual({ unfinished: false, problems: ['it names no process'] });
  expect(parse('pid=5\n', 'notes.info').session).toMatchObject({
    id: 'notes',
    pid: 5,
    tool: '',
    startedAt: undefined,
  });
});

test.each(['', 'tool=c'])('%j is a file that is about to be written', (text) => {
  expect(parse(text, NAME)).toEqual({ unfinished: true, problems: [] });
});

test.each<[string, object]>([
  ['cc-aws-1-2.info', { tool: 'cc', provider: 'aws', pid: 1, startedAt: 2 }],
  ['cc-my-gw-2-10-20.info', { tool: 'cc', provider: 'my-gw-2', pid: 10, startedAt: 20 }],
  ['cc-aws-0-2.info', { tool: 'cc', provider: 'aws', pid: undefined, startedAt: 2 }],
  ['cc-aws-99999999999-2.info', { tool: 'cc', provider: 'aws', pid: undefined, startedAt: 2 }],
  ['cc-aws-1-999999999999.info', { tool: 'cc', provider: 'aws', pid: 1, startedAt: undefined }],
  ['cc-aws-1.info', { id: 'cc-aws-1', pid: undefined, tool: undefined }],
  ['a.info.info', { id: 'a.info', provider: undefined, startedAt: undefined }],
])('the name %s says %j', (name, facts) => {
  expect(readName(name)).toMatchObject({ name, ...facts });
});

test('a pid is a positive 32-bit number and nothing else', () => {
  expect(['1', '2147483647', '2147483648', '0', '-1', '1.5', ' 1', '0x10', ''].map(toPid)).toEqual([
    1,
    2147483647,
    ...Array(7).fill(undefined),
  ]);
});
