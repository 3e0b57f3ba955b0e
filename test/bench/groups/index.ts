import { airunSessions } from './airun-sessions.ts';
import { completion } from './completion.ts';
import { env } from './env.ts';
import { floor } from './floor.ts';
import type { Group } from './group.ts';
import { growth } from './growth.ts';
import { launcher } from './launcher.ts';
import { prompt } from './prompt.ts';
import { script } from './script.ts';
import { sessions } from './sessions.ts';
import { snippet } from './snippet.ts';

/** Everything that is measured. */
export const GROUPS: readonly Group[] = [
  floor,
  env,
  launcher,
  script,
  sessions,
  airunSessions,
  prompt,
  snippet,
  completion,
  growth,
];
