import { UserError } from '../errors.ts';
import { type EnvEntries, text } from '../plan/env-patch.ts';
import { bare, parseBaseUrl } from './base-url.ts';
import { googleCredential } from './google-credentials.ts';
import { firstGiven, given } from './inputs.ts';
import { ANTHROPIC_MODELS, chooseModels, modelVariable } from './models.ts';
import type { Provider, ProviderContext, ProviderSetup } from './provider.ts';

/** The second and third are read by Google's libraries, which would ask the network for a project without them. */
const PROJECTS = ['ANTHROPIC_VERTEX_PROJECT_ID', 'GOOGLE_CLOUD_PROJECT', 'GCLOUD_PROJECT'];

const REGION = 'CLOUD_ML_REGION';
const MODEL_SUFFIX = 'VERTEX';

const projectOf = ({ env, settings }: ProviderContext): string => {
  if (settings.project) return settings.project;
  const name = firstGiven(env, PROJECTS);
  const project = name && given(env, name);
  if (project) return project;
  throw new UserError('no Google Cloud project is chosen', {
    hint: `Set providers.vertex.project in the configuration, or export one of ${PROJECTS.join(', ')}.`,
  });
};

/** Claude Code appends `/projects/…` to the address, so that it must end in `/v1` itself. */
const baseUrl = (value: string | undefined): { env: EnvEntries; warnings: string[] } => {
  if (!value) return { env: {}, warnings: [] };
  const where = 'providers.vertex.baseUrl';
  const url = parseBaseUrl(value, where);
  const address = url.pathname === '/' ? `${url.origin}/v1` : bare(url);
  return {
    env: { ANTHROPIC_VERTEX_BASE_URL: text(address) },
    warnings: address.endsWith('/v1') ? [] : [`${where} does not end in /v1, which Claude Code expects`],
  };
};

const setup = (context: ProviderContext): ProviderSetup => {
  const { env, settings } = context;
  const project = projectOf(context);
  const region = settings.region || given(env, REGION) || 'global';
  const endpoint = baseUrl(settings.baseUrl);
  const access = googleCredential(context, project);
  return {
    env: {
      CLAUDE_CODE_USE_VERTEX: text('1'),
      ANTHROPIC_VERTEX_PROJECT_ID: text(project),
      GOOGLE_CLOUD_PROJECT: text(project),
      CLOUD_ML_REGION: text(region),
      ...endpoint.env,
      ...access.env,
    },
    clear: ['GCLOUD_PROJECT'],
    auth: access.auth,
    region,
    project,
    ...chooseModels(context, ANTHROPIC_MODELS, MODEL_SUFFIX),
    warnings: [...endpoint.warnings, ...access.warnings],
  };
};

/** Claude on Google Cloud's Vertex AI (code.claude.com, "Google Vertex AI"). */
export const vertex: Provider = {
  id: 'vertex',
  title: 'Google Vertex AI',
  flags: ['vertex'],
  summary: 'Google Vertex AI with your Google Cloud credentials',
  payer: 'cloud',
  needs: ['google', 'cloudHost'],
  credentials: ['GOOGLE_APPLICATION_CREDENTIALS'],
  variables: { project: PROJECTS, region: [REGION] },
  modelVariable: modelVariable(MODEL_SUFFIX),
  setup,
  models: (context) => chooseModels(context, ANTHROPIC_MODELS, MODEL_SUFFIX).models,
};
