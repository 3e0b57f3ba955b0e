import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendJson } from './loopback/reply.ts';

/** Google's token service, as far as workload identity federation asks it. */
export interface GoogleTokens {
  /** The credentials file that exchanges the token in `subject` (a path) here. */
  readonly credentials: (subject: string) => string;
  readonly asked: () => number;
  readonly close: () => Promise<void>;
}

/** The token that is handed out. */
export const GOOGLE_TOKEN = 'own-google-token';

/**
 * Starts it on a free loopback port. Key files of service accounts do not serve here: the clients ask Google's own
 * address for their tokens, whatever the file says (cloud.google.com, "Workload Identity Federation").
 */
export const startGoogleTokens = async (): Promise<GoogleTokens> => {
  let count = 0;
  const server = createServer((request, response) => {
    count += 1;
    request.resume();
    sendJson(response, 200, {
      access_token: GOOGLE_TOKEN,
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      token_type: 'Bearer',
      expires_in: 3600,
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    credentials: (subject) => credentialsFile(`http://127.0.0.1:${port}/token`, subject),
    asked: () => count,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const credentialsFile = (tokenUrl: string, subject: string): string =>
  JSON.stringify({
    type: 'external_account',
    audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/pool/providers/example',
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: tokenUrl,
    credential_source: { file: subject },
  });
