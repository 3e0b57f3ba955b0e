import { bash, fish, zsh } from '../shells.ts';
import { bearer, MESSAGES, type Way } from './way.ts';

const host = (url: string): string => url.replace('http://', '');

/** Model servers on this machine. `NO_PROXY` is left out: the session has to keep off the proxy by itself. */
export const localWays: readonly Way[] = [
  {
    name: 'ollama with what is installed',
    shells: [bash],
    flags: '--ollama',
    env: (url) => ({ OLLAMA_HOST: host(url), NO_PROXY: undefined }),
    requests: ['GET /api/tags', ...MESSAGES],
    model: 'qwen3-coder',
    credentials: bearer('ollama'),
  },
  {
    name: 'ollama with a model',
    shells: [fish],
    flags: '--ol --model own-model',
    env: (url) => ({ OLLAMA_HOST: url, NO_PROXY: undefined }),
    requests: MESSAGES,
    model: 'own-model',
    credentials: bearer('ollama'),
  },
  {
    name: 'lmstudio with what is loaded',
    shells: [zsh],
    flags: '--lmstudio',
    env: (url) => ({ LMSTUDIO_HOST: url, NO_PROXY: undefined }),
    requests: ['GET /v1/models', ...MESSAGES],
    model: 'qwen3-coder',
    credentials: bearer('lmstudio'),
  },
  {
    name: 'lmstudio with a model',
    shells: [bash],
    flags: '--lm --model own-model',
    env: (url) => ({ LMSTUDIO_HOST: host(url), NO_PROXY: undefined }),
    requests: MESSAGES,
    model: 'own-model',
    credentials: bearer('lmstudio'),
  },
];
