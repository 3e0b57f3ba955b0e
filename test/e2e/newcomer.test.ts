import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { type Playground, playground } from '../support/playground.ts';
import { until } from '../support/run-sandbox.ts';
import { PACKAGE } from '../support/sandbox.ts';
import { SHELLS, type Shell } from '../support/shells.ts';

/** The first block of the README: one line installs, the other one goes into the start-up file. */
const [, block = ''] = /```sh\n([\s\S]*?)```/.exec(readFileSync(join(PACKAGE, 'README.md'), 'utf8')) ?? [];
const [install = '', line = ''] = block.trim().split('\n');

/** The second line as it is for each shell: zsh's stands there, its comment says what differs. */
const lines: Readonly<Record<Shell['name'], string>> = {
  zsh: line,
  bash: line.replaceAll('zsh', 'bash'),
  fish: `echo '${/fish: (.*)$/.exec(line)?.[1]}' >> ~/.config/fish/config.fish`,
};

let machine: Playground;
beforeEach(async () => {
  machine = await playground();
});
afterEach(() => machine.close());

test('the README starts with two lines', () => {
  expect(block.trim().split('\n')).toHaveLength(2);
  expect(install).toMatch(/^npm install -g ai-runner$/);
  expect(lines.fish).toContain('ai init fish --prompt | source');
});

test.each(SHELLS)('$name: with them the provider is in the prompt, in colour', async (shell) => {
  const { box } = machine;
  mkdirSync(join(box.home, '.config/fish'), { recursive: true });
  execFileSync('bash', ['-c', lines[shell.name]], { env: box.env });
  box.plant('.local/share/fish/generated_completions/none.fish', '');
  const env = { ...box.env, XDG_RUNTIME_DIR: box.root };
  const pty = spawn(shell.path, ['-i'], { cwd: box.work, env, cols: 100, rows: 30 });
  let shown = '';
  pty.onData((data) => {
    shown += data;
  });
  const ended = new Promise<void>((resolve) => {
    pty.onExit(() => resolve());
  });
  await until('the first prompt', () => /[$%>#] ?/.test(shown));
  pty.write('ai use --ollama\r');
  await until('the provider in colour', () => /\x1b\[[\d;]+m[^\n]{0,20}ollama[^\n]*qwen3-coder/.test(shown));
  pty.write('ai off\r');
  await until('no session', () => box.sessions().length === 0);
  pty.write('exit\r');
  await ended;
});
