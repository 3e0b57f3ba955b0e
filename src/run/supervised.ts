import type { Config } from '../config/config.ts';
import { effectiveConfig } from '../config/effective.ts';
import type { Host } from '../live/host.ts';
import { toolFor } from '../plan/choose.ts';
import type { Plan } from '../plan/plan.ts';
import type { Selection } from '../plan/selection.ts';
import { resolveSecret } from '../secrets/resolve.ts';
import { BUILTIN, decideWith } from '../start/decide.ts';
import { environmentOf } from '../start/environment.ts';
import type { World } from '../world.ts';
import { commandLine } from './command-line.ts';
import { pidFileOf, type SupervisedRequest } from './depart-supervised.ts';
import { type Attempt, runAttempts } from './fallback.ts';
import { planRun } from './plan-run.ts';
import type { RunRequest } from './request.ts';
import { supervise } from './supervise.ts';

const whole = (request: SupervisedRequest['request']): RunRequest => ({ ...request, variables: new Map() });

const lookOf = (plan: Plan, { live, quiet }: RunRequest) => ({
  form: live ? ('live' as const) : ('result' as const),
  quiet,
  toolTitle: plan.toolTitle,
  providerTitle: plan.providerTitle,
  payer: plan.payer,
  model: plan.model,
});

/** Where another provider can go on, ten retries over minutes help nobody (code.claude.com, environment variables). */
const IMPATIENT = { CLAUDE_CODE_MAX_RETRIES: '1' };

/** One provider's turn with the same prompt. */
const attempt = (
  world: World,
  host: Host,
  file: SupervisedRequest,
  provider: string,
  decide: () => Promise<Plan>,
): Attempt => ({
  provider,
  prepare: async () => {
    const plan = await decide();
    const request = whole(file.request);
    const command = await commandLine(world, plan, request, 'live');
    const env = environmentOf(world, plan, resolveSecret);
    const run = {
      tool: plan.tool,
      argv: command.argv,
      env,
      prompt: file.prompt,
      look: lookOf(plan, request),
    };
    const clear = (): void => command.temporaries.forEach((path) => void world.files.remove(path));
    const start = (more: boolean) =>
      supervise(world, host, { ...run, env: more ? { ...IMPATIENT, ...env } : env, more });
    return { plan, run: (more) => start(more).finally(clear) };
  },
});

/**
 * A later provider has models and an account of its own: what names one means nothing to it. The tool stays, whoever chose it:
 * the arguments are for this one.
 */
const elsewhere = ({ selection }: RunRequest, provider: string, config: Config): Selection => {
  const { profile: _, model: __, region: ___, awsProfile: ____, ...rest } = selection;
  return { ...rest, provider, tool: toolFor(selection, config) };
};

/**
 * Runs the tool as our child: its events translated, and the next provider asked when one cannot answer.
 * @returns the exit status
 */
export const runSupervised = async (world: World, path: string): Promise<number> => {
  const file = JSON.parse(world.files.read(path)) as SupervisedRequest;
  const host = await world.toolHost(pidFileOf(path));
  const request = whole(file.request);
  const first = attempt(
    world,
    host,
    file,
    request.selection.provider ?? 'default',
    async () => (await planRun(world, request, await effectiveConfig(world, BUILTIN))).plan,
  );
  const others = file.others.map((provider) =>
    attempt(world, host, file, provider, async () => {
      const loaded = await effectiveConfig(world, BUILTIN);
      return decideWith(world, loaded, elsewhere(request, provider, loaded.config));
    }),
  );
  const outcome = await runAttempts(world, first, others);
  return outcome.status;
};
