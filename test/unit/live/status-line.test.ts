import { startStatusLine } from '../../../src/live/status-line.ts';
import { clip } from '../../../src/text/clip.ts';
import { emulator } from './emulator.ts';

beforeEach(() => jest.useFakeTimers({ now: 1_000_000 }));
afterEach(() => jest.useRealTimers());

const setUp = ({ columns = 80, isTTY = true, wanted = true, env = {} } = {}) => {
  const screen = emulator(columns || 80);
  const writes: string[] = [];
  const err = (text: string): void => {
    writes.push(text);
    screen.write(text);
  };
  const world = { env, err, now: () => Date.now(), stderr: { isTTY, columns } };
  const line = startStatusLine(world, wanted);
  line.label('Claude Code');
  return { line, screen, writes };
};

const seconds = (count: number): void => {
  jest.advanceTimersByTime(count * 1000);
};

test('it appears after a second and counts', () => {
  const { screen } = setUp();
  seconds(0.9);
  expect(screen.rows).toEqual(['']);
  seconds(0.1);
  expect(screen.rows).toEqual(['Claude Code (1s)']);
  seconds(124);
  expect(screen.rows).toEqual(['Claude Code (2m 5s)']);
});

test('a new label is shown at once, without rests of the old one', () => {
  const { line, screen } = setUp();
  seconds(1);
  line.label('Bash npm test');
  expect(screen.rows).toEqual(['Bash npm test (1s)']);
  line.label('Read');
  expect(screen.rows).toEqual(['Read (1s)']);
});

test('nothing is left of it when something else is written, nor at the end', () => {
  const { line, screen } = setUp();
  seconds(2);
  line.clear();
  screen.write('hello\n');
  line.written(true);
  expect(screen.rows).toEqual(['hello', '']);
  seconds(2);
  expect(screen.rows).toEqual(['hello', 'Claude Code (4s)']);
  line.stop();
  expect(screen.rows).toEqual(['hello', '']);
  seconds(5);
  expect(screen.rows).toEqual(['hello', '']);
});

test('it leaves a line alone that is still being written', () => {
  const { line, screen } = setUp();
  line.clear();
  screen.write('hel');
  line.written(false);
  seconds(5);
  expect(screen.rows).toEqual(['hel']);
});

test('after other output it stays away for a second', () => {
  const { line, screen } = setUp();
  seconds(1.5);
  line.clear();
  line.written(true);
  seconds(0.9);
  expect(screen.rows).toEqual(['']);
  seconds(1);
  expect(screen.rows).toEqual(['Claude Code (3s)']);
});

test.each([20, 60, 0])('it never fills a terminal of %i columns', (columns) => {
  const { line, screen } = setUp({ columns });
  line.label(`Bash ${'long '.repeat(50)}`);
  seconds(2);
  const [row = '', ...others] = screen.rows;
  expect(others).toEqual([]);
  expect(row.length).toBeGreaterThan(0);
  expect(row.length).toBeLessThan(columns || 80);
});

test('what a tool is called cannot steer the terminal', () => {
  const { line, screen } = setUp();
  line.label('Bash\n\x1b[2J\ttwo\u202e');
  seconds(1);
  expect(screen.rows).toEqual(['Bash \\x1b[2J two\\u202e (1s)']);
});

test.each([{ isTTY: false }, { wanted: false }, { env: { TERM: 'dumb' } }])(
  'it is not there with %j',
  (options) => {
    const { line, writes } = setUp(options);
    seconds(3);
    line.label('other');
    line.clear();
    line.written(true);
    line.stop();
    expect({ active: line.active, writes }).toEqual({ active: false, writes: [] });
  },
);

test('its timer keeps no process alive and ends with it', () => {
  jest.useRealTimers();
  const before = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const { line } = setUp();
  const during = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  line.stop();
  expect(during).toBe(before);
});

test.each([
  ['short', 10, 'short'],
  ['exactly ten', 11, 'exactly ten'],
  ['exactly ten', 10, 'exactly...'],
  ['日本語です', 10, '日本語です'],
  ['日本語です', 9, '日本語...'],
  ['日本語です', 8, '日本...'],
  ['👍👍👍', 5, '👍...'],
  ['abcdef', 2, '..'],
  ['abcdef', 0, ''],
])('clip(%j, %i)', (text, limit, expected) => {
  expect(clip(text, limit)).toBe(expected);
});
