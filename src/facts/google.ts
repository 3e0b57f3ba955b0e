import { join } from 'node:path';
import type { Facts } from '../providers/provider.ts';
import type { Env, World } from '../world.ts';
import { homePath } from './home-path.ts';
import { isFile } from './small-file.ts';

/**
 * Google credentials on disk: the key file of `GOOGLE_APPLICATION_CREDENTIALS`, else the application-default
 * credentials; and whether gcloud is logged in. gcloud's folder is `CLOUDSDK_CONFIG` or `~/.config/gcloud`.
 */
export const google = (world: World, env: Env): NonNullable<Facts['google']> => {
  const folder = homePath(world, env, 'CLOUDSDK_CONFIG', '.config', 'gcloud');
  const inFolder = (name: string) => (folder === undefined ? undefined : join(folder, name));
  const exists = (path: string | undefined): path is string =>
    path !== undefined && isFile(world.files, path);
  const adcFile = env.GOOGLE_APPLICATION_CREDENTIALS || inFolder('application_default_credentials.json');
  return {
    ...(exists(adcFile) && { adcFile }),
    gcloud: exists(inFolder('credentials.db')) || exists(inFolder('access_tokens.db')),
  };
};
