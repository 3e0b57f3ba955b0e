import { claudeCode } from './claude-code.ts';
import type { Tool } from './tool.ts';

const CREDENTIALS = ['AZURE_OPENAI_API_KEY', 'CODEX_ACCESS_TOKEN', 'CODEX_API_KEY', 'OPENAI_API_KEY'];

const ENDPOINTS = [
  'CODEX_OSS_BASE_URL',
  'CODEX_OSS_PORT',
  'OPENAI_BASE_URL',
  'OPENAI_ORGANIZATION',
  'OPENAI_PROJECT',
];

/** Codex gives these to the commands it runs; a session of ours inside one is a session of its own. */
const OUTER_SESSION = ['CODEX_CI', 'CODEX_SESSION_ID', 'CODEX_THREAD_ID'];

/** What steers Claude Code carries the keys of other companies. */
const { managed, kept } = claudeCode;

/**
 * The Codex CLI (developers.openai.com/codex). Provider, model and effort are arguments; `CODEX_HOME`, with the login and
 * the settings in it, is the user's own.
 */
export const codex: Tool = {
  id: 'codex',
  title: 'Codex CLI',
  flags: ['codex'],
  managed: {
    names: [...new Set([...managed.names, ...CREDENTIALS, ...ENDPOINTS, ...OUTER_SESSION])],
    prefixes: managed.prefixes,
  },
  kept,
  environment: () => ({}),
};
