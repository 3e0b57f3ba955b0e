import { readModelNames } from './local-models.ts';
import { localProvider } from './local-server.ts';

/** LM Studio (lmstudio.ai/docs/developer, "Anthropic compatibility"). */
export const lmstudio = localProvider({
  id: 'lmstudio',
  title: 'LM Studio',
  flags: ['lmstudio', 'lm'],
  summary: 'Local models with LM Studio',
  hostVariable: 'LMSTUDIO_HOST',
  defaultPort: 1234,
  token: 'lmstudio',
  modelVariable: 'LMSTUDIO_MODEL',
  listPath: '/v1/models',
  readList: (body) => readModelNames((body as { data?: unknown }).data, 'id'),
  startHint:
    'Start it with `lms server start`, or name its address in LMSTUDIO_HOST or providers.lmstudio.baseUrl.',
  installHint: 'Install one with `lms get openai/gpt-oss-20b`.',
});
