import { readModelNames } from './local-models.ts';
import { localProvider } from './local-server.ts';

/** Ollama, 0.14 or newer (docs.ollama.com, "Anthropic compatibility", "List models"). */
export const ollama = localProvider({
  id: 'ollama',
  title: 'Ollama',
  flags: ['ollama', 'ol'],
  summary: 'Local models with Ollama',
  hostVariable: 'OLLAMA_HOST',
  defaultPort: 11434,
  token: 'ollama',
  modelVariable: 'OLLAMA_MODEL',
  listPath: '/api/tags',
  readList: (body) => readModelNames((body as { models?: unknown }).models, 'name'),
  startHint: 'Start it with `ollama serve`, or name its address in OLLAMA_HOST or providers.ollama.baseUrl.',
  installHint: 'Install one with `ollama pull qwen3-coder`.',
});
