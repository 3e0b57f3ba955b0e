import { onPath } from '../facts/find-program.ts';
import { realPath } from '../facts/program-file.ts';
import { installedTool } from '../facts/tool-version.ts';
import type { ToolId } from '../plan/selection.ts';
import { standingTool } from '../readiness/origin.ts';
import type { KnownConfig } from '../status/configuration.ts';
import { tilde } from '../text/shell.ts';
import { findTool, TOOLS } from '../tools/index.ts';
import { PROGRAMS } from '../tools/programs.ts';
import type { World } from '../world.ts';
import { type Finding, findings } from './finding.ts';

const { problem, note, ok } = findings('tools');

/** Other installations behind the first one are never used. */
const shadowed = (world: World, id: ToolId): Finding[] => {
  const { name } = PROGRAMS[id];
  const [first, ...others] = onPath(world, name);
  const hidden = others.filter((path) => realPath(world, path) !== realPath(world, first ?? ''));
  return hidden.map((path) =>
    note(
      `${tilde(world, path)} is hidden behind ${tilde(world, first ?? '')}`,
      'Remove the one you do not use.',
    ),
  );
};

const tool = (world: World, id: ToolId, needed: boolean): Finding[] => {
  const { title } = findTool(id);
  const { name, install } = PROGRAMS[id];
  const found = installedTool(world, id);
  if (found === undefined)
    return [(needed ? problem : note)(`${title} (${name}) is not on PATH`, `Install it: ${install}`)];
  if (found.version === null)
    return [problem(`${tilde(world, found.path)} --version gives no version`, `Install it anew: ${install}`)];
  return [ok(`${title} ${found.version}, ${tilde(world, found.path)}`), ...shadowed(world, id)];
};

/** Whether the tools are there: the one that is started by default must be. */
export const tools = (world: World, { config }: KnownConfig): Finding[] => {
  const wanted = standingTool(config);
  return TOOLS.flatMap(({ id }) => tool(world, id, id === wanted));
};
