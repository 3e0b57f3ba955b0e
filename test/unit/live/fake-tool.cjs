// A tool that does what the steps in its first argument say, one after the other: [name, ...values].
const { spawn } = require('node:child_process');
const { readFileSync, writeSync } = require('node:fs');

const write = (text) => new Promise((resolve) => process.stdout.write(text, resolve));

const say = (text) => {
  const message = { id: 'said', content: [{ type: 'text', text }] };
  return write(`${JSON.stringify({ type: 'assistant', message })}\n`);
};

const STEPS = {
  out: (text) => write(text),
  err: (text) => writeSync(2, text),
  /** Says what came on stdin, as the text of a message. */
  stdin: () => say(readFileSync(0, 'utf8')),
  /** A message of so many characters. */
  big: (size) => say('x'.repeat(size)),
  /** The same text many times. */
  repeat: async (text, times) => {
    for (let round = 0; round < times; round += 1) await write(text);
  },
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  /** Waits for a signal, says so on stderr, then takes its further steps at once. */
  until: (signal) =>
    new Promise((resolve) => {
      const life = setInterval(() => undefined, 1000);
      process.on(signal, () => {
        writeSync(2, `${signal}\n`);
        clearInterval(life);
        resolve();
      });
      writeSync(2, 'ready\n');
    }),
  pid: () => writeSync(2, `pid ${process.pid}\n`),
  ready: () => writeSync(2, 'ready\n'),
  /** From now on the signal ends the tool well, with its name on stderr. */
  on: (signal) =>
    process.on(signal, () => {
      writeSync(2, `${signal}\n`);
      process.exit(0);
    }),
  die: (signal) => process.kill(process.pid, signal),
  exit: (code) => process.exit(code),
  /** Leaves a process behind that holds stdout open; its pid goes to stderr. */
  leave: () => {
    const left = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 60000)'], {
      stdio: ['ignore', 'inherit', 'ignore'],
      detached: true,
    });
    left.unref();
    writeSync(2, `${left.pid}\n`);
  },
};

const act = async () => {
  for (const [name, ...values] of JSON.parse(process.argv[2])) await STEPS[name](...values);
};
process.stdout.on('error', () => process.exit(99));
void act();
