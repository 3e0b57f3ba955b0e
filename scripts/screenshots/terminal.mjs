// An interactive shell on a pseudo terminal, and the screen it leaves.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import headless from '@xterm/headless';
import { PROMPT_MARK, SHELLS } from './shells.mjs';

const LIMIT_MS = 20_000;
const QUIET_MS = 250;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What differs from run to run: process ids and times in ids, the waiting time, our folder. */
const steady = (text, home) =>
  text
    .replaceAll(home, '~')
    .replace(/((?:cc|codex)-[a-z]+)-\d+-\d{10}\b/g, '$1-41207-1767225600')
    .replace(/\b\d+(?:\.\d+)? ?s\b/g, '2s')
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:11434');

const draw = async (text, columns, rows) => {
  const screen = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
  await new Promise((resolve) => screen.write(text, resolve));
  return screen;
};

/** Opens it and waits for the first prompt. */
export const openTerminal = async ({ shell, size: [columns, rows], env, home }) => {
  const { program, args, file, text } = SHELLS[shell];
  mkdirSync(dirname(join(home, file)), { recursive: true });
  writeFileSync(join(home, file), text);
  const pty = spawn(program, args, { cwd: join(home, 'project'), env, cols: columns, rows });
  let output = '';
  let last = Date.now();
  pty.onData((data) => {
    output += data;
    last = Date.now();
  });
  let isOpen = true;
  const ended = new Promise((resolve) => {
    pty.onExit(() => {
      isOpen = false;
      resolve();
    });
  });

  const waitFor = async (pattern, from = 0) => {
    for (const end = Date.now() + LIMIT_MS; Date.now() < end; await pause(10)) {
      if (pattern.test(output.slice(from)) && Date.now() - last > QUIET_MS) return;
    }
    throw new Error(`${pattern} did not appear in:\n${output.slice(from)}`);
  };
  const prompt = new RegExp(PROMPT_MARK);
  await waitFor(prompt);

  return {
    /** Types a line and waits for the next prompt. */
    enter: async (line) => {
      const from = output.length;
      pty.write(`${line}\r`);
      await waitFor(new RegExp(`\\n[^]*${PROMPT_MARK}`), from);
    },
    /** Types keys and waits for what they bring. */
    press: async (keys, pattern) => {
      const from = output.length;
      pty.write(keys);
      await waitFor(pattern, from);
    },
    screen: () => draw(steady(output, home), columns, rows),
    close: async () => {
      if (isOpen) pty.kill('SIGHUP');
      await ended;
    },
  };
};
