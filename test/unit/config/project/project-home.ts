import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { effectiveConfig } from '../../../../src/config/effective.ts';
import { run, type TrustArgs } from '../../../../src/config/project/command.ts';
import { files } from '../../../../src/node/files.ts';
import { choose } from '../../../../src/plan/choose.ts';
import type { Selection } from '../../../../src/plan/selection.ts';
import { BUILTIN, failure, type HomeOptions, makeHome } from '../home.ts';

/** What holds in a project's folder: its provider, tier and addresses, or why nothing does. */
export const projectHome = (options: HomeOptions = {}) => {
  const home = makeHome(options);
  const world = { ...home.world, files };
  const write = (text: string, name = '.ai-runnerrc', mode = 0o644): string => {
    const path = join(home.work, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    chmodSync(path, mode);
    return path;
  };
  const load = () => effectiveConfig(world, BUILTIN);
  const chosen = async (asked: Selection = {}) => {
    const { config } = await load();
    const { selection, settings, byDefault, byProject } = choose(asked, config);
    return { selection, baseUrl: settings.baseUrl, byDefault, byProject };
  };
  const trust = (args: Partial<TrustArgs> = {}) =>
    run(world, { action: 'trust', file: undefined, json: false, ...args }, BUILTIN);
  return { ...home, world, write, load, chosen, trust, refusal: () => failure(load) };
};
