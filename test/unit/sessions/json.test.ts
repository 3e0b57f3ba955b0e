import { jsonListing, otherRow, sessionRow } from '../../../src/sessions/json.ts';
import { AWS, session, view } from './example.ts';

const text = (pieces: Iterable<string>): string => [...pieces].join('');

test('every name is there, in the same order, and null where nothing is known', () => {
  const bare = sessionRow(session({ startedAt: undefined, tool: '', provider: '' }), view());
  expect(JSON.stringify(sessionRow(AWS, view()))).toBe(
    '{"id":"cc-aws-12345-1704067200","tool":"cc","toolName":"Claude Code","provider":"aws",' +
      '"providerName":"AWS Bedrock","auth":"AWS credentials (profile: default)","payer":"cloud",' +
      '"model":"global.anthropic.claude-opus-5-5","smallModel":"global.anthropic.claude-haiku-5-5",' +
      '"region":"us-west-2","project":null,"teams":true,"pid":12345,' +
      '"startedAt":"2024-01-01T00:00:00.000Z","uptimeSeconds":7500,"kind":"shell","shell":"zsh",' +
      '"cwd":"/home/user/app","tty":"/dev/pts/3"}',
  );
  expect(Object.keys(bare)).toEqual(Object.keys(sessionRow(AWS, view())));
  expect(Object.entries(bare).filter(([, value]) => value !== null)).toEqual([
    ['id', 'cc-aws-12345-1704067200'],
    ['teams', false],
    ['pid', 12345],
  ]);
});

test('a process of others has the same names', () => {
  const row = otherRow({ pid: 7, tool: 'codex', name: 'codex', cwd: '/tmp' }, view());
  expect(Object.keys(row)).toEqual([...Object.keys(sessionRow(AWS, view())), 'tracked']);
  expect(row).toMatchObject({
    id: null,
    tool: 'codex',
    toolName: 'Codex CLI',
    pid: 7,
    cwd: '/tmp',
    tracked: false,
  });
});

test.each([0, 1, 3])('an array of %d elements', (count) => {
  const rows = Array.from({ length: count }, (_, index) => sessionRow(session({ pid: index + 1 }), view()));
  const printed = text(jsonListing(rows));
  expect(JSON.parse(printed)).toEqual(rows);
  expect(printed.endsWith(']\n')).toBe(true);
});

test('controls are escaped without changing the value', () => {
  const row = sessionRow(session({ cwd: 'a\x1b[2J\x9b\u202e\x7fb' }), view());
  const printed = text(jsonListing([row]));
  expect(printed).toMatch(/^[\n\x20-\x7e]*$/);
  expect(JSON.parse(printed)).toEqual([row]);
});

test('the largest start that a file can name is still a date', () => {
  expect(sessionRow(session({ startedAt: 99_999_999_999 }), view())).toMatchObject({
    startedAt: '5138-11-16T09:46:39.000Z',
    uptimeSeconds: 0,
  });
});
