import { answered, askInSession } from '../support/client-session.ts';
import { useStage } from '../support/client-stage.ts';
import { claude } from '../support/clients.ts';
import { GOOGLE_TOKEN, type GoogleTokens, startGoogleTokens } from '../support/google-tokens.ts';
import { bash, fish } from '../support/shells.ts';
import { vertex } from '../support/ways/clouds.ts';
import { bearer, type Way } from '../support/ways/way.ts';

const stage = useStage();
let google: GoogleTokens;

beforeEach(async () => {
  google = await startGoogleTokens();
});

afterEach(() => google.close());

/** Where Google's libraries look for credentials (cloud.google.com, "Application Default Credentials"). */
const PLACES = [
  ['a file that the caller names', bash, 'own.json'],
  [
    'the file of `gcloud auth application-default login`',
    fish,
    '.config/gcloud/application_default_credentials.json',
  ],
] as const;

test.each(PLACES)('vertex with Google credentials from %s', async (name, shell, file) => {
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
    files: { [file]: google.credentials(box.plant('subject', 'own-subject-token')) },
    requests: vertex('own-project', 'europe-west1', 'claude-sonnet-5-5'),
    credentials: bearer(GOOGLE_TOKEN),
  };
  expect(await askInSession(stage, shell, claude(), way)).toStrictEqual(answered(way));
  expect(google.asked()).toBeGreaterThan(0);
});
