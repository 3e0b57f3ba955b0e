import type { Exchange, Route } from './exchange.ts';
import { sendJson } from './reply.ts';

const CREATED = 1_767_225_600;

/** Model list with the fields of OpenAI's and of Anthropic's: each client reads its own. */
const list = ({ models, response }: Exchange): void =>
  sendJson(response, 200, {
    object: 'list',
    data: models.map((id) => ({
      id,
      object: 'model',
      type: 'model',
      created: CREATED,
      owned_by: 'loopback',
      display_name: id,
    })),
    has_more: false,
  });

const tags = ({ models, response }: Exchange): void =>
  sendJson(response, 200, {
    models: models.map((name) => ({
      name,
      model: name,
      modified_at: new Date(CREATED * 1000).toISOString(),
      size: 1,
      digest: '0'.repeat(64),
      details: { format: 'gguf', family: 'qwen3', parameter_size: '30B', quantization_level: 'Q4_K_M' },
    })),
  });

/** What Ollama (https://docs.ollama.com/api) and LM Studio tell about themselves. */
export const localModelRoutes: readonly Route[] = [
  { method: 'GET', path: /\/v1\/models$/, reply: list },
  { method: 'GET', path: /\/api\/tags$/, reply: tags },
  {
    method: 'GET',
    path: /\/api\/version$/,
    reply: ({ response }) => sendJson(response, 200, { version: '0.14.0' }),
  },
];
