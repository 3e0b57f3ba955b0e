import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed, manager } from './installed.ts';
import { LIMIT_MS } from './limit.ts';
import { type Loopback, startLoopback } from './loopback/server.ts';
import { AWS_KEYS, type Sandbox, sandbox } from './sandbox.ts';

/** A tool that answers with its prompt, or with an event stream of one word. */
const TOOL = `#!/bin/sh
case $* in --version) echo 1.0.0; exit ;; esac
case $* in *--help*) printf 'Options:\\n  --resume [value]  go on\\n'; exit ;; esac
case $* in
  *stream-json*) echo '{"type":"result","subtype":"success","is_error":false,"result":"done","num_turns":1}' ;;
  *-p*) cat ;;
esac
`;

const FILES: Readonly<Record<string, string>> = {
  'script.md': 'Say hello.\n',
  'summarize.md': 'Summarize this.\n',
  'task.md': '---\nvars: { name: world }\n---\nGreet {{name}}.\n',
  'explain.md':
    '---\nvars: { topic: cats, audience: { description: who will read it } }\n---\nExplain {{topic}} to {{audience}}.\n',
  'review.md': 'Review this change.\n',
  'data.json': '{"a":1}\n',
  // The project that this folder belongs to.
  '.ai-runnerrc': 'defaults: { team: false }\n',
};

/** Where people keep what they make from our output. */
const FOLDERS = ['.config/fish/completions', '.zfunc'];

const CONFIG = `defaults: { provider: aws, tier: opus }
profiles: { work: { provider: aws, tier: opus, region: eu-west-1, awsProfile: work } }
providers:
  vertex: { project: example }
  azure: { resource: example, apiKey: { command: [printf, example-key] } }
  mygw: { type: anthropic, baseUrl: "https://gw.example/anthropic", token: { command: [printf, example] } }
`;

/** What a command line said. */
export interface Said {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A machine on which every command line of the help and the documentation works. */
export interface Playground {
  readonly box: Sandbox;
  /** Types lines into a new shell with the integration: fish where they say \`| source\`, else bash. */
  type(lines: string): Promise<Said>;
  close(): Promise<void>;
}

const invocation = (lines: string): readonly [string, readonly string[]] =>
  lines.includes('| source')
    ? ['fish', ['--no-config', '-c', `ai init fish | source\n${lines}`]]
    : ['bash', ['--norc', '-c', `eval "$(ai init bash)"\n${lines}`]];

const typeIn =
  (box: Sandbox) =>
  (lines: string): Promise<Said> =>
    new Promise((resolve) => {
      const [shell, args] = invocation(lines);
      const options = { cwd: box.work, env: box.env, timeout: LIMIT_MS };
      const child = execFile(shell, args, options, (error, stdout, stderr) =>
        resolve({ status: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
      );
      child.stdin?.end();
    });

/** Makes such a machine: credentials that nobody knows, a loopback server for local models, tools that answer. */
export const playground = async (): Promise<Playground> => {
  const server: Loopback = await startLoopback({ models: ['qwen3-coder'] });
  const box = sandbox({
    env: {
      ...AWS_KEYS,
      ANTHROPIC_API_KEY: 'sk-ant-example',
      OLLAMA_HOST: server.url,
      LMSTUDIO_HOST: server.url,
    },
  });
  for (const name of ['claude', 'codex']) box.program(name, TOOL);
  installed(box);
  manager(box, 'npm', '0.0.1');
  for (const folder of FOLDERS) mkdirSync(join(box.home, folder), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(box.work, name), text);
  box.plant('.config/gcloud/application_default_credentials.json', '{}');
  // What airun leaves behind.
  box.plant('.ai-runner/secrets.sh', 'export AWS_REGION="us-west-2"\n');
  box.plant('.aws/config', '[profile work]\nregion = eu-west-1\n');
  box.plant('.ai-runnerrc', CONFIG);
  return {
    box,
    type: typeIn(box),
    close: async () => {
      box.remove();
      await server.close();
    },
  };
};
