import type { Plan } from '../plan/plan.ts';
import type { Runtime, Shell } from '../shells/shell.ts';
import type { World } from '../world.ts';
import { prepareFolder } from './folder.ts';
import { recordOf } from './record.ts';
import { secretsOf, snippetOf } from './snippet.ts';

const MS = 1000;

/** Resolves the secrets of a plan into a 0600 file, one a line; `undefined` when it has none. */
export const handOver = async (world: World, plan: Plan): Promise<string | undefined> => {
  const refs = secretsOf(plan);
  if (refs.length === 0) return undefined;
  const { writeHandover } = await import('./handover.ts');
  return writeHandover(world, refs);
};

/** Start hooks run before anything is printed: one that fails stops the session. */
export const startHooks = async (world: World, plan: Plan): Promise<void> => {
  if (!plan.hooks.start?.length) return;
  const { runStartHooks } = await import('./hooks.ts');
  runStartHooks(world, plan);
};

/** The hook runner gives each program its time limit and sends its output to stderr. */
export const withRunner = (world: World, plan: Plan): Plan => {
  const runner = ['/bin/sh', `${world.packageDir}/shell/hook`];
  const cleanup = (plan.hooks.cleanup ?? []).map((hook) => [...runner, ...hook]);
  return { ...plan, hooks: { ...plan.hooks, cleanup } };
};

/**
 * The text that starts the planned session in a shell, and what people should know about it.
 * @throws UserError when a secret cannot be had or a start hook fails
 */
export const startText = async (
  world: World,
  plan: Plan,
  shell: Shell,
  runtime: Runtime,
): Promise<{ readonly text: string; readonly warnings: readonly string[] }> => {
  const time = Math.floor(world.now() / MS);
  const folder = prepareFolder(world);
  await startHooks(world, plan);
  const snippet = snippetOf(withRunner(world, plan), {
    time,
    folder: folder.path,
    record: recordOf(world, plan, 'shell', shell.id, time),
    handover: await handOver(world, plan),
    exported: Object.keys(world.env),
  });
  return {
    text: shell.start(snippet, runtime),
    warnings: folder.warning === undefined ? [] : [folder.warning],
  };
};
