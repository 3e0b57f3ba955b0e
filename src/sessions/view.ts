import { styleText } from 'node:util';
import type { World } from '../world.ts';
import type { Named } from './filter.ts';
import { type ProcessTable, programOf } from './process-table.ts';

/** What a listing needs to know besides the sessions. */
export interface View {
  /** Show also what describes the process. */
  readonly long: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Title of a tool, e.g. `Claude Code` for `cc`; `undefined` for one that is not ours. */
  toolTitle(tool: string): string | undefined;
  /** Name of a live process, where it is known. */
  processName(pid: number): string | undefined;
  /** Marks a headline; leaves the text as it is where stdout is no terminal or colour is unwanted. */
  emphasize(text: string): string;
}

/** Colour only where somebody sees it and has not asked for none (no-color.org; a dumb terminal knows none). */
export const wantsColour = (world: World): boolean =>
  world.stdout.isTTY && !world.env.NO_COLOR && world.env.TERM !== 'dumb';

/** The view of this moment. @param table - where processes were asked for and could be listed */
export const viewOf = (
  world: World,
  long: boolean,
  tools: readonly Named[],
  table: ProcessTable | undefined,
): View => {
  const colour = wantsColour(world);
  const titles = new Map(tools.map(({ id, title }) => [id, title]));
  return {
    long,
    now: world.now(),
    toolTitle: (tool) => titles.get(tool),
    processName: (pid) => {
      const process = table?.get(pid);
      return process && programOf(process.cmd);
    },
    emphasize: (text) => (colour ? styleText('bold', text, { validateStream: false }) : text),
  };
};
