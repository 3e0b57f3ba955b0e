// A machine for one picture: an empty home, tools that answer, a model server on this machine.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openTerminal } from './terminal.mjs';

const CONFIG = `profiles:
  work: { provider: aws, tier: opus, region: eu-west-1 }
providers:
  vertex: { project: my-project }
  mygw: { type: anthropic, title: My gateway, payer: api, baseUrl: "https://gw.example/anthropic", token: { command: [printf, example] } }
`;

const FILES = {
  '.ai-runnerrc': CONFIG,
  '.config/gcloud/application_default_credentials.json': '{}',
  // Without it fish reads all manual pages in the background at its first start.
  '.local/share/fish/generated_completions/none.fish': '',
  'project/fix.md': '#!/usr/bin/env -S ai --apikey --opus --live\nFind out why the tests fail.\n',
};

/** Answers as Ollama does to the question for its models. */
const startModels = () =>
  new Promise((resolve) => {
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ models: [{ name: 'qwen3-coder' }], data: [{ id: 'qwen3-coder' }] }));
    });
    server.listen(0, '127.0.0.1', () => resolve(server));
  });

const plant = (path, text, mode = 0o600) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode });
  chmodSync(path, mode);
};

/** Makes the machine; whoever opens it closes it. */
export const openStage = async (root) => {
  const home = mkdtempSync(join(tmpdir(), 'ai-screenshots-'));
  const bin = join(home, '.bin');
  mkdirSync(bin);
  mkdirSync(join(home, '.tmp'));
  for (const name of ['ai', 'ai-sessions', 'ai-status']) symlinkSync(join(root, 'shell/ai'), join(bin, name));
  symlinkSync(process.execPath, join(bin, 'node'));
  for (const [path, text] of Object.entries(FILES))
    plant(join(home, path), text, path.startsWith('project/') ? 0o755 : 0o600);
  const models = await startModels();
  const env = {
    HOME: home,
    PATH: `${bin}:/usr/bin:/bin`,
    TMPDIR: join(home, '.tmp'),
    XDG_RUNTIME_DIR: home,
    TERM: 'xterm-256color',
    LANG: 'C.UTF-8',
    AI_NO_UPDATE_CHECK: '1',
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    AWS_REGION: 'us-west-2',
    ANTHROPIC_API_KEY: 'sk-ant-example',
    OLLAMA_HOST: `http://127.0.0.1:${models.address().port}`,
  };
  const terminals = [];
  return {
    home,
    /** Puts a program on PATH. */
    program: (name, text) => plant(join(bin, name), text, 0o755),
    /** Opens an interactive shell in the project folder; `size` is [columns, rows]. */
    open: async (shell, size) => {
      const terminal = await openTerminal({ shell, size, env, home });
      terminals.push(terminal);
      return terminal;
    },
    close: async () => {
      for (const terminal of terminals) await terminal.close();
      models.close();
      models.closeAllConnections();
      rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
};
