import type { Plan } from '../plan/plan.ts';
import { temporaryPlace } from '../start/folder.ts';
import type { World } from '../world.ts';
import { launch } from './launch.ts';
import type { RunRequest } from './request.ts';

/** A run that this program stays with, as it is handed to the process that does. No secret is in it. */
export interface SupervisedRequest {
  readonly request: Omit<RunRequest, 'variables'>;
  /** Path of the prompt file. */
  readonly prompt: string;
  readonly others: readonly string[];
}

/** The file with the tool's pid, beside the one that says what to run. */
export const pidFileOf = (file: string): string => `${file}.pid`;

/** What is known before such a run starts. */
export interface Supervised {
  readonly plan: Plan;
  readonly others: readonly string[];
  readonly request: RunRequest;
  readonly prompt: string;
}

/**
 * Has the launcher become this program once more, now as the tool's parent: the first one ends with its plan, and what
 * stays has the launcher's pid, session file and reaper. It decides again, from the same environment.
 */
export const departSupervised = async (world: World, supervised: Supervised): Promise<void> => {
  const { plan, others, prompt } = supervised;
  const { variables: _, ...request } = supervised.request;
  const text = JSON.stringify({ request, prompt, others } satisfies SupervisedRequest);
  const file = await world.files.temporary(temporaryPlace(world), 'run-', text);
  const argv = [...world.self, 'supervise', file];
  const command = { argv, temporaries: [file], warnings: [] };
  const atEnd = [['/bin/sh', `${world.packageDir}/shell/end`, pidFileOf(file)]];
  await launch(world, { plan, mode: 'live', command, prompt, supervised: true, atEnd });
};
