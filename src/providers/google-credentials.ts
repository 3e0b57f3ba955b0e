import { UserError } from '../errors.ts';
import { type EnvEntries, text } from '../plan/env-patch.ts';
import { credential, given } from './inputs.ts';
import type { ProviderContext } from './provider.ts';

const KEY_FILE = 'GOOGLE_APPLICATION_CREDENTIALS';
const LOGIN = '`gcloud auth application-default login`';

/** How a Vertex session gets in. */
export interface GoogleCredential {
  readonly auth: string;
  readonly env: EnvEntries;
  readonly warnings: readonly string[];
}

const gateway = ({ env, settings }: ProviderContext): GoogleCredential => {
  const token = settings.token && credential(settings.token, env, 'providers.vertex.token');
  return {
    auth: token ? 'Gateway token' : 'Gateway (no credentials)',
    env: { CLAUDE_CODE_SKIP_VERTEX_AUTH: text('1'), ...(token && { ANTHROPIC_AUTH_TOKEN: token }) },
    warnings: settings.baseUrl
      ? []
      : ['providers.vertex.skipAuth without baseUrl: Vertex itself will refuse'],
  };
};

/** @throws UserError when no way to Google credentials exists; returns what is worth a warning */
const checkLibraryCredentials = ({ env, facts }: ProviderContext): readonly string[] => {
  const keyFile = given(env, KEY_FILE);
  if (keyFile) {
    if (!facts.google || facts.google.adcFile === keyFile) return [];
    throw new UserError(`${KEY_FILE} names a file that does not exist: ${keyFile}`, {
      hint: `Correct it, or unset it and run ${LOGIN}.`,
    });
  }
  if (facts.google?.adcFile || facts.cloudHost === 'google') return [];
  if (facts.google?.gcloud) {
    return [`gcloud is logged in, but without application-default credentials; if it fails, run ${LOGIN}`];
  }
  throw new UserError('no Google Cloud credentials found', {
    hint: `Run ${LOGIN}, or set ${KEY_FILE} to a key file, or log in with gcloud.`,
  });
};

/**
 * Google's libraries look for credentials themselves (cloud.google.com, "Application Default Credentials"):
 * nothing needs to be set for them, only their absence is worth saying before the client starts.
 * @throws UserError when there are none
 */
export const googleCredential = (context: ProviderContext, project: string): GoogleCredential =>
  context.settings.skipAuth
    ? gateway(context)
    : {
        auth: `Google credentials (project: ${project})`,
        env: {},
        warnings: checkLibraryCredentials(context),
      };
