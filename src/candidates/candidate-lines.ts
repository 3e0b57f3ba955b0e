import { dirname, join } from 'node:path';
import { runnerHome } from '../sessions/paths.ts';
import type { World } from '../world.ts';
import { awsProfileNames } from './aws-profile.ts';
import { asLines, type Search } from './candidate.ts';
import { configKeys } from './config-key.ts';
import { models } from './model.ts';
import { profiles } from './profile.ts';
import { configuredProviders } from './provider.ts';
import { scriptFlags } from './script.ts';
import { sessionIds } from './session.ts';

/** What is looked up when it is asked for, by kind. */
const SEARCHES: Readonly<Record<string, Search>> = {
  'aws-profile': awsProfileNames,
  'config-key': configKeys,
  model: models,
  profile: profiles,
  provider: configuredProviders,
  script: scriptFlags,
  session: sessionIds,
};

/** Keeps what was found under the question it answers, for the launcher to show it again. */
const keep = (world: World, kind: string, question: string, lines: string): void => {
  const file = join(runnerHome(world), 'cache', 'completion', kind);
  world.files.makeFolder(dirname(file));
  world.files.replace(file, `${question}\n${lines}`);
};

/**
 * The candidates of a kind as lines of value, tab and description. A question in `AI_RUNNER_QUESTION` names what the answer
 * depends on, and has it kept in the cache folder. Never fails: a key that was pressed gets no message.
 *
 * @param word what the kind needs to know: a provider, a file
 */
export const candidateLines = async (world: World, kind: string, word: string): Promise<string> => {
  const search = Object.hasOwn(SEARCHES, kind) ? SEARCHES[kind] : undefined;
  if (search === undefined) return '';
  const lines = asLines(await search(world, word).catch(() => []));
  const question = world.env.AI_RUNNER_QUESTION;
  if (!question || question.includes('\n')) return lines;
  try {
    keep(world, kind, question, lines);
  } catch {
    // Where nothing can be kept, the next key asks again.
  }
  return lines;
};
