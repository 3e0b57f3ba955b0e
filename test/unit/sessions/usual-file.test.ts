import { inOrder } from '../../../src/sessions/file-name.ts';
import { parse, type RecordedSession } from '../../../src/sessions/session-file.ts';
import { readUsual } from '../../../src/sessions/usual-file.ts';
import { decideWith } from '../../../src/start/decide.ts';
import { recordOf } from '../../../src/start/record.ts';
import { AWS, OLLAMA } from './example.ts';
import { usualText } from './usual.ts';
import { removeSandboxes, sandbox } from './world.ts';

afterEach(removeSandboxes);

const FULL = { ...AWS, startTime: '8812345', project: 'my=project ü 漢', cleanup: true };
const BARE = { ...OLLAMA, cleanup: false };
const nameOf = ({ id }: RecordedSession): string => `${id}.info`;

test.each([
  ['everything', FULL],
  ['little', BARE],
])('a file with %s is read at one go, and as a careful reading would read it', (_, session) => {
  const text = usualText(session);
  expect(readUsual(text, nameOf(session))).toEqual(session);
  expect(parse(text, nameOf(session))).toEqual({ session, unfinished: false, problems: [] });
});

test.each([
  ['the usual segment', {}],
  ['another text for ASCII', { prompt: { symbols: { api: '€' } } }],
  ['no segment at all', { prompt: { format: '{profile}' } }],
])('what a start records is read at one go: %s', async (_, parts) => {
  const { world } = sandbox({ env: { ANTHROPIC_API_KEY: 'k' } });
  const config = { defaults: {}, profiles: {}, providers: {}, ...parts };
  const plan = await decideWith(world, { config, path: undefined, warnings: [] }, { provider: 'apikey' });
  const id = 'cc-apikey-777-1704067200';
  const record = recordOf(world, plan, 'shell', 'bash', 1_704_067_200);
  const text = [`id=${id}`, 'pid=777', 'start_time=8812345', ...record, ''].join('\n');
  expect(record).toContainEqual(expect.stringMatching(/^prompt=/));
  expect(readUsual(text, `${id}.info`)).toEqual(parse(text, `${id}.info`).session);
  expect(readUsual(text, `${id}.info`)).toMatchObject({ id, model: 'claude-opus-5-5' });
});

test('sessions that were started in many ways are each read as their own', () => {
  const sessions = Array.from({ length: 40 }, (_, index) => {
    const id = `cc-aws-${index + 1}-1704067200`;
    return { ...FULL, id, pid: index + 1, model: `model-${10 + (index % 20)}`, teams: index % 20 > 10 };
  });
  const read = [...sessions, ...sessions.toReversed()].map((each) =>
    readUsual(usualText(each), nameOf(each)),
  );
  expect(read).toEqual([...sessions, ...sessions.toReversed()]);
});

test('a file that bash has not yet written to its end is known for that, at each line of it', () => {
  const lines = usualText(FULL, 'prompt=[a]\n').match(/.*\n/g) ?? [];
  const begun = lines.map((_, count) => lines.slice(0, count).join(''));
  expect(begun.map((text) => parse(text, nameOf(FULL)).unfinished)).toEqual(begun.map(() => true));
  expect(begun.map((text) => readUsual(text, nameOf(FULL)))).toEqual(begun.map(() => undefined));
  expect(parse(lines.join(''), nameOf(FULL)).unfinished).toBe(false);
});

const LINES = usualText(FULL).match(/.*\n/g) ?? [];
const changed = (index: number, change: (line: string) => string): string =>
  LINES.map((line, at) => (at === index ? change(line) : line)).join('');

/** Changes of one line, by what they do to it. */
const CHANGES: readonly (readonly [string, (line: string) => string])[] = [
  ['is missing', () => ''],
  ['has no value', (line) => line.replace(/=.*/, '=')],
  ['is there twice', (line) => `${line}${line.replace(/=.*/, '=1')}`],
  ['has a blank', (line) => line.replace('=', '= ')],
  ['ends as on Windows', (line) => line.replace('\n', '\r\n')],
  ['has a NUL', (line) => line.replace('\n', '\0\n')],
  ['has a control character', (line) => line.replace('\n', '\x1b\n')],
  ['has a line separator', (line) => line.replace('\n', '\u2028\n')],
  ['has no end', (line) => line.replace('\n', '')],
  ['has another value', (line) => line.replace(/=.*/, '=7')],
  ['has a huge value', (line) => line.replace(/=.*/, `=${'9'.repeat(30)}`)],
  ['is 0', (line) => line.replace(/=.*/, '=0')],
  ['has another key', (line) => `x${line}`],
  ['follows a blank line', (line) => `\n${line}`],
  ['follows prose', (line) => `hello\n${line}`],
];

describe.each(LINES.map((line, index) => [line.split('=')[0] ?? '', index] as const))(
  'the line %s',
  (_, index) => {
    test.each(CHANGES)('that %s is read as with care, or left to that', (_name, change) => {
      const text = changed(index, change);
      const usual = readUsual(text, nameOf(FULL));
      if (usual)
        expect(parse(text, nameOf(FULL))).toEqual({ session: usual, unfinished: false, problems: [] });
      else expect(text).not.toBe(LINES.join(''));
    });
  },
);

test.each([
  'cc-aws-777-1704067200.info',
  'cc-aws-12345-1704067201.info',
  'notes.info',
  'cc-aws-12345-1704067200-1.info',
])('the name %s says something else than the text, which is left to a careful reading', (name) => {
  expect(readUsual(usualText(FULL), name)).toBeUndefined();
});

test.each([
  usualText(FULL).replaceAll('12345', '0'),
  usualText(FULL).replaceAll('12345', '4294967295'),
  usualText(FULL).slice(0, -1),
  '',
])('%j is left to a careful reading', (text) => {
  const [, id] = /^id=(.*)/.exec(text) ?? [];
  expect(readUsual(text, `${id}.info`)).toBeUndefined();
});

test('names are in order by the time that they end in, then by the alphabet; those without come first', () => {
  const ordered = [
    'a.info',
    'cc-aws-9-.info',
    'cc-aws-9-1e400.info',
    'cc-aws-9-99999999999999999.info',
    'x-1.5.info',
    'cc-aws-9-4.info',
    'a-b-10-5.info',
    'b-a-1-5.info',
    'cc-my-gw-1-17040672001.info',
  ];
  for (let turn = 0; turn < ordered.length; turn++) {
    const batches = [...inOrder([...ordered.slice(turn), ...ordered.slice(0, turn)], 4)];
    expect(batches.map(({ length }) => length)).toEqual([4, 4, 1]);
    expect(batches.flat()).toEqual(ordered);
  }
  expect([...inOrder([], 4)]).toEqual([]);
});
