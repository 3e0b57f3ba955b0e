// A shell that is typed to line by line, for the tour.
import { spawn } from 'node:child_process';

// fish reads its whole input before it runs any of it.
const FLAGS = {
  bash: ['--norc'],
  zsh: ['-f'],
  fish: ['--no-config', '-c', 'while read -l line; eval $line; end'],
};
const LIMIT_MS = 30_000;

/** Starts a shell that reads its lines from us. */
export const openTerminal = (name, shell, env) => {
  const child = spawn(shell, FLAGS[shell], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.on('close', resolve));
  let output = '';
  let wake = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      wake();
    });
  }
  let turn = 0;

  const until = (mark) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${name} did not answer: ${output}`)), LIMIT_MS);
      wake = () => {
        const end = output.indexOf(mark);
        if (end < 0) return;
        clearTimeout(timer);
        resolve(output.slice(0, end));
      };
      wake();
    });

  return {
    name,
    /** Types a line and returns what it printed. */
    async type(line) {
      turn += 1;
      const mark = `:done-${turn}:\n`;
      output = '';
      child.stdin.write(`${line}\necho :done-${turn}:\n`);
      return until(mark);
    },
    async close() {
      child.stdin.end();
      await ended;
    },
  };
};
