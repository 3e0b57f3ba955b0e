import { environment } from './environment.ts';
import { exitStatus } from './exit-status.ts';
import { files } from './files.ts';
import type { Topic } from './topic.ts';

/** Every topic of `ai help`. */
export const TOPICS: readonly Topic[] = [environment, exitStatus, files];
