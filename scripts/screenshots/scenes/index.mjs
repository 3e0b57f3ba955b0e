import { completion } from './completion.mjs';
import { dryRun } from './dry-run.mjs';
import { help } from './help.mjs';
import { live } from './live.mjs';
import { pick } from './pick.mjs';
import { prompts } from './prompt.mjs';
import { sessions } from './sessions.mjs';
import { status } from './status.mjs';

/** Every picture: its file name, its title, and what is typed for it. */
export const SCENES = [...prompts, pick, completion, sessions, status, ...live, dryRun, help];
