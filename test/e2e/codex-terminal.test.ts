import { appendFileSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { type IPty, spawn } from '@lydell/node-pty';
import { apikey } from '../../src/providers/apikey.ts';
import { ollama } from '../../src/providers/ollama.ts';
import type { Provider } from '../../src/providers/provider.ts';
import { codexArgs } from '../../src/tools/codex-args.ts';
import { type ClientEnv, clientEnv, codex, quietCodex } from '../support/clients.ts';
import { LIMIT_MS } from '../support/limit.ts';
import { type Loopback, startLoopback } from '../support/loopback/server.ts';
import { removeTree } from '../support/sandbox.ts';
import { context } from '../unit/providers/context.ts';
import { call } from '../unit/tools/call.ts';

/** Codex takes keys that come at once for a paste, in which Enter is a new line. */
const TYPING_MS = 300;

let home: string;
let server: Loopback;
let pty: IPty | undefined;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'ai-codex-'));
  server = await startLoopback();
  quietCodex(home);
  appendFileSync(
    join(home, '.codex', 'config.toml'),
    `[projects.${JSON.stringify(home)}]\ntrust_level = "trusted"\n`,
  );
});

afterEach(async () => {
  const ended = new Promise((resolve) => pty?.onExit(resolve));
  pty?.kill('SIGKILL');
  await ended;
  await server.close();
  removeTree(home);
});

/** Waits until what the terminal has shown since the last wait matches. */
type WaitFor = (pattern: RegExp) => Promise<void>;

/** Opens Codex in a terminal that answers its questions about cursor and device. */
const open = (argv: readonly string[], env: ClientEnv): WaitFor => {
  const terminal = spawn(codex(), [...argv], {
    cwd: home,
    env: clientEnv(home, server.url, env),
    cols: 120,
    rows: 40,
  });
  pty = terminal;
  let shown = '';
  terminal.onData((data) => {
    shown += stripVTControlCharacters(data);
    if (data.includes('\x1b[6n')) terminal.write('\x1b[1;1R');
    if (data.includes('\x1b[c')) terminal.write('\x1b[?1;2c');
  });
  let seen = 0;
  return async (pattern) => {
    const end = Date.now() + LIMIT_MS;
    while (!pattern.test(shown.slice(seen))) {
      if (Date.now() > end) throw new Error(`${pattern} did not appear; the terminal shows:\n${shown}`);
      await pause(20);
    }
    seen = shown.length;
  };
};

/** Types a word, waits until it is drawn, be it letter by letter, and presses Enter. */
const type = async (word: string, waitFor: WaitFor): Promise<void> => {
  pty?.write(word);
  await waitFor(new RegExp([...word].join('[^]*')));
  await pause(TYPING_MS);
  pty?.write('\r');
};

const rows: [string, Provider, ClientEnv, string | undefined][] = [
  ['a key', apikey, { CODEX_API_KEY: 'openai-key' }, 'Bearer openai-key'],
  ['a local model', ollama, {}, undefined],
];

test.each(rows)(
  'with %s Codex on the terminal asks for no login and leaves no server behind',
  async (_, provider, env, authorization) => {
    const setup = provider.codex?.(context({ env, facts: { localModels: ['qwen3-coder'] } }));
    const { argv } = codexArgs(call({ providerArgs: setup?.args ?? [], model: setup?.model }));
    const redirected = argv.map((word) => word.replace('https://api.openai.com', server.url));
    const waitFor = open(redirected, { ...env, CODEX_OSS_BASE_URL: `${server.url}/v1` });
    await waitFor(/Ask Codex|Sign in/);
    await type('ping', waitFor);
    await waitFor(/PONG/);
    expect(new Set(server.turns.map(({ headers }) => headers.authorization))).toEqual(
      new Set([authorization]),
    );
    expect(existsSync(join(home, '.codex', 'packages', 'app-server-daemon'))).toBe(false);
  },
);
