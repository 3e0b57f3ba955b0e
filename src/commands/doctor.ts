import { examine } from '../doctor/index.ts';
import { settingsLayers } from '../doctor/layers.ts';
import { steering } from '../doctor/precedence.ts';
import { reportOf, reportText } from '../doctor/report.ts';
import { EXIT } from '../errors.ts';
import type { Arguments } from '../flags.ts';
import { prettyJson } from '../text/json.ts';
import type { World } from '../world.ts';
import type { Command } from './command.ts';

const run = async (world: World, args: Arguments): Promise<number> => {
  const report = reportOf(world, await examine(world), steering(world.env, settingsLayers(world)));
  world.out(args.switches.has('json') ? prettyJson(report) : reportText(world, report));
  return report.ok ? EXIT.ok : EXIT.failed;
};

/** `ai doctor`: what would go wrong, and what to do about it. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'Look for what would go wrong: variables, settings, logins, files, PATH',
  examples: [
    ['ai doctor', 'every problem with its remedy; status 1 when there is one'],
    ['ai doctor --json', 'for scripts'],
  ],
  flags: [{ names: ['json'], summary: 'Print JSON' }],
  run,
};
