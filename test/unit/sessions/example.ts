import type { Session } from '../../../src/sessions/session.ts';
import type { View } from '../../../src/sessions/view.ts';

export const TOOLS = [
  { id: 'cc', title: 'Claude Code', flags: ['cc'] },
  { id: 'codex', title: 'Codex CLI', flags: ['codex'] },
];

export const PROVIDERS = [
  { id: 'aws', title: 'AWS Bedrock', flags: ['aws'] },
  { id: 'ollama', title: 'Ollama', flags: ['ollama', 'ol'] },
];

export const session = (changes: Partial<Session>): Session => ({
  id: 'cc-aws-12345-1704067200',
  tool: 'cc',
  provider: 'aws',
  providerName: undefined,
  auth: undefined,
  payer: undefined,
  model: undefined,
  smallModel: undefined,
  region: undefined,
  project: undefined,
  teams: false,
  pid: 12345,
  startedAt: 1704067200,
  startTime: undefined,
  kind: undefined,
  shell: undefined,
  cwd: undefined,
  tty: undefined,
  ...changes,
});

export const AWS = session({
  providerName: 'AWS Bedrock',
  auth: 'AWS credentials (profile: default)',
  payer: 'cloud',
  model: 'global.anthropic.claude-opus-5-5',
  smallModel: 'global.anthropic.claude-haiku-5-5',
  region: 'us-west-2',
  teams: true,
  kind: 'shell',
  shell: 'zsh',
  cwd: '/home/user/app',
  tty: '/dev/pts/3',
});

export const OLLAMA = session({
  id: 'cc-ollama-12346-1704067210',
  provider: 'ollama',
  providerName: 'Ollama',
  auth: 'None (local)',
  payer: 'local',
  model: 'qwen3-coder',
  pid: 12346,
  startedAt: 1704067210,
  kind: 'run',
});

export const view = (changes: Partial<View> = {}): View => ({
  long: false,
  now: 1_704_074_700_000,
  toolTitle: (tool) => TOOLS.find(({ id }) => id === tool)?.title,
  processName: () => undefined,
  emphasize: (text) => text,
  ...changes,
});
