import { answered, askInSession } from '../support/client-session.ts';
import { plantSettings, useStage } from '../support/client-stage.ts';
import { claude, claude197 } from '../support/clients.ts';
import { type JsonEndpoint, startJsonEndpoint } from '../support/json-endpoint.ts';
import { askOutside } from '../support/outside-session.ts';
import { playHosts } from '../support/played-hosts.ts';
import { bash, fish, zsh } from '../support/shells.ts';
import { bedrock, signed } from '../support/ways/aws.ts';
import { vertex } from '../support/ways/clouds.ts';
import { bearer, type Way } from '../support/ways/way.ts';

const stage = useStage();
let service: JsonEndpoint;

afterEach(() => service?.close());

/**
 * Credentials that Google's libraries exchange at an address of the file's choice. They ask for the tokens of a service
 * account's key at Google alone, whatever its file says (cloud.google.com, "Workload Identity Federation").
 */
const federated = (subject: string): string =>
  JSON.stringify({
    type: 'external_account',
    audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/pool/providers/example',
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: `${service.url}/token`,
    credential_source: { file: subject },
  });

test.each([
  ['a file that the caller names', bash, 'own.json'],
  ['the login of gcloud', fish, '.config/gcloud/application_default_credentials.json'],
] as const)('vertex with Google credentials from %s', async (name, shell, file) => {
  service = await startJsonEndpoint({
    access_token: 'own-google-token',
    issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    token_type: 'Bearer',
    expires_in: 3600,
  });
  const { box } = stage;
  const way: Way = {
    name,
    shells: [shell],
    flags: '--vertex --sonnet',
    providers: (url) => ({ vertex: { baseUrl: url, project: 'own-project', region: 'europe-west1' } }),
    env: () => ({
      GOOGLE_CLOUD_PROJECT: 'foreign-project',
      GOOGLE_APPLICATION_CREDENTIALS: file === 'own.json' ? `${box.home}/own.json` : undefined,
    }),
    files: { [file]: federated(box.plant('subject', 'own-subject-token')) },
    requests: vertex('own-project', 'europe-west1', 'claude-sonnet-5-5'),
    credentials: bearer('own-google-token'),
  };
  expect(await askInSession(stage, shell, claude(), way)).toStrictEqual(answered(way));
  expect(service.asked()).toBeGreaterThan(0);
});

test.each([
  ['2.1.330', zsh, claude],
  ['2.1.197', bash, claude197],
] as const)('aws with the role of a container, claude %s', async (name, shell, client) => {
  service = await startJsonEndpoint({
    AccessKeyId: 'OWNCONTAINERKEY',
    SecretAccessKey: 'own-secret',
    Token: 'own-container-token',
    Expiration: '2100-01-01T00:00:00Z',
  });
  plantSettings(stage, {});
  const way: Way = {
    name,
    shells: [shell],
    flags: '--aws',
    providers: (url) => ({ aws: { baseUrl: url, region: 'eu-west-3' } }),
    env: () => ({
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
      AWS_SESSION_TOKEN: undefined,
      AWS_BEARER_TOKEN_BEDROCK: undefined,
      AWS_CONTAINER_CREDENTIALS_FULL_URI: service.url,
    }),
    requests: bedrock('eu.anthropic.claude-opus-5-5'),
    credentials: {
      authorization: signed('OWNCONTAINERKEY', 'eu-west-3'),
      'x-amz-security-token': 'own-container-token',
    },
  };
  expect(await askInSession(stage, shell, client(), way)).toStrictEqual(answered(way));
});

test('azure with an application of Entra asks Microsoft for its token', async () => {
  plantSettings(stage, {});
  const net = await playHosts([]);
  const env = {
    ANTHROPIC_FOUNDRY_API_KEY: undefined,
    ANTHROPIC_FOUNDRY_AUTH_TOKEN: undefined,
    ANTHROPIC_FOUNDRY_BASE_URL: undefined,
    ANTHROPIC_FOUNDRY_RESOURCE: 'own-resource',
    AZURE_CLIENT_ID: 'own-client',
    AZURE_TENANT_ID: '00000000-0000-0000-0000-000000000001',
  };
  const seen = await askOutside(stage, net, { shell: zsh, client: claude(), flags: '--azure', env });
  await net.close();
  expect(seen).toMatchObject({
    targets: ['login.microsoftonline.com:443'],
    astray: [],
    received: [],
    changed: [],
  });
  expect(seen.stdout).toMatch(/^on=0\n.*Azure credentials/);
});
