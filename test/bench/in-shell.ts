import type { Sample } from './model.ts';

const US_PER: Readonly<Record<string, number>> = {
  micros: 1,
  millis: 1_000,
  secs: 1_000_000,
  mins: 60_000_000,
};

/** `name microseconds iterations`, or, in fish, `name - iterations` with the report of its `time` behind it. */
const LINE = /^([a-z]+) (\d+|-) (\d+)\n?(?:\s*_*\s*Executed in +([\d.]+) (\w+)[\s\S]*?sys time.*\n)?/;

interface Total {
  us: number;
  iterations: number;
}

const usOf = (text: string, [, , us, , amount, unit = '']: readonly (string | undefined)[]): number => {
  if (us !== '-') return Number(us);
  const factor = US_PER[unit];
  if (amount === undefined || factor === undefined) throw new Error(`not a measurement: ${text}`);
  return Number(amount) * factor;
};

const totals = (text: string): Map<string, Total> => {
  const found = new Map<string, Total>();
  let rest = text.trimStart();
  while (rest !== '') {
    const match = LINE.exec(rest);
    if (match === null) throw new Error(`not a measurement: ${rest.slice(0, 200)}`);
    const [whole, name = '', , iterations] = match;
    const total = found.get(name) ?? { us: 0, iterations: 0 };
    total.us += usOf(rest, match);
    total.iterations += Number(iterations);
    found.set(name, total);
    rest = rest.slice(whole.length).trimStart();
  }
  return found;
};

/**
 * Reads what a shell measured about itself: µs for one iteration by name, summed over lines with the same name, less
 * what an iteration of `empty` took.
 *
 * @throws Error for any other text, e.g. a message of the shell
 */
export const readIterations = (text: string): Record<string, Sample> => {
  const each = new Map([...totals(text)].map(([name, { us, iterations }]) => [name, us / iterations]));
  const empty = each.get('empty') ?? 0;
  each.delete('empty');
  return Object.fromEntries([...each].map(([name, us]) => [name, { wallUs: Math.max(0, us - empty) }]));
};
