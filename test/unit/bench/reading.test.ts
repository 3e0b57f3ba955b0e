import { readIterations } from '../../bench/in-shell.ts';
import { readTimes } from '../../bench/starter.ts';
import { readTrace } from '../../bench/trace.ts';

/** As fish 3.6 reports. */
const report = (amount: string): string => `
________________________________________________________
Executed in   ${amount}    fish           external
   usr time   20.70 millis   19.81 millis  895.00 micros
   sys time    3.80 millis    3.80 millis    0.00 micros

`;

describe('the line of a start', () => {
  test('wall time, CPU time of user and system together, memory', () => {
    expect(readTimes('20543us 17000us 3000us 37')).toEqual({ wallUs: 20_543, cpuUs: 20_000, rssMiB: 37 });
  });

  test('what was not measured is left out', () => {
    expect(readTimes('812us - - -')).toEqual({ wallUs: 812 });
  });

  test('anything else is an error', () => {
    expect(() => readTimes('zsh: command not found: ai')).toThrow('not a measurement: zsh');
  });
});

describe('what a shell says of its iterations', () => {
  test('an iteration of the empty loop is taken off', () => {
    expect(readIterations('empty 2000 1000\ncase 12000 1000\n')).toEqual({ case: { wallUs: 10 } });
  });

  test('lines of the same name are summed', () => {
    expect(readIterations('eval 10 1\noff 4 1\neval 20 1\noff 6 1\n')).toEqual({
      eval: { wallUs: 15 },
      off: { wallUs: 5 },
    });
  });

  test.each([
    ['850.00 micros', 8.5],
    ['24.54 millis', 245.4],
    ['1.50 secs', 15_000],
    ['2.00 mins', 1_200_000],
  ])('the report of fish: %s', (amount, wallUs) => {
    expect(readIterations(`case - 100\n${report(amount)}`).case?.wallUs).toBeCloseTo(wallUs);
  });

  test('several reports of fish', () => {
    const text = `empty - 10\n${report('10.00 micros')}case - 10\n${report('1.00 millis')}`;
    expect(readIterations(text).case?.wallUs).toBeCloseTo(99);
  });

  test('a loop that was quicker than the empty one took nothing', () => {
    expect(readIterations('empty 20 10\ncase 10 10\n')).toEqual({ case: { wallUs: 0 } });
  });

  test.each(['fish: Unknown command: ai\n', 'case 10 10\nbash: oops\n', 'case - 10\n'])(
    'a message is no measurement: %j',
    (text) => {
      expect(() => readIterations(text)).toThrow('not a measurement');
    },
  );
});

test('a trace: processes without threads, programs that started', () => {
  const trace = [
    '10 execve("/usr/bin/sh", ["sh"], 0x7ff /* 5 vars */) = 0',
    '10 clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|SIGCHLD) = 11',
    '11 execve("/nowhere/node", ["node"], 0x7ff /* 5 vars */) = -1 ENOENT (No such file or directory)',
    '11 execve("/usr/bin/node", ["node"], 0x7ff /* 5 vars */) = 0',
    '11 clone3({flags=CLONE_VM|CLONE_THREAD, exit_signal=0}, 88) = 12',
    '11 vfork( <unfinished ...>',
    '13 +++ exited with 0 +++',
  ].join('\n');
  expect(readTrace(`${trace}\n`)).toEqual({ processes: 2, programs: ['/usr/bin/sh', '/usr/bin/node'] });
});
