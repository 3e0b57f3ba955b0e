import type { Plan } from '../plan/plan.ts';

const textOf = ({ patch }: Plan, name: string): string | undefined => {
  const entry = patch.get(name);
  return entry?.kind === 'text' && entry.text !== '' ? entry.text : undefined;
};

const BASE_URLS = [
  'ANTHROPIC_BASE_URL',
  'ANTHROPIC_BEDROCK_BASE_URL',
  'ANTHROPIC_VERTEX_BASE_URL',
  'ANTHROPIC_FOUNDRY_BASE_URL',
  'CODEX_OSS_BASE_URL',
];

const vertexHost = (region: string): string =>
  region === 'global' ? 'aiplatform.googleapis.com' : `${region}-aiplatform.googleapis.com`;

/** Codex is told the address of a service as an argument. */
const fromArguments = ({ args }: Plan): string | undefined =>
  args.map((word) => /base_url="?(https?:[^"]+)/.exec(word)?.[1]).find((url) => url !== undefined);

/** The service behind a provider where the session names no address. */
const standard = (plan: Plan): string => {
  const { provider, tool, region = '' } = plan;
  const resource = textOf(plan, 'ANTHROPIC_FOUNDRY_RESOURCE');
  if (provider === 'aws') return `https://bedrock-runtime.${region}.amazonaws.com`;
  if (provider === 'vertex') return `https://${vertexHost(region)}`;
  if (resource !== undefined) return `https://${resource}.services.ai.azure.com`;
  return tool === 'codex' ? 'https://chatgpt.com' : 'https://api.anthropic.com';
};

/** The origin that the requests of a session go to, e.g. `https://api.anthropic.com`. */
export const endpointOf = (plan: Plan): string => {
  const configured = BASE_URLS.map((name) => textOf(plan, name)).find((url) => url !== undefined);
  return new URL(configured ?? fromArguments(plan) ?? standard(plan)).origin;
};
