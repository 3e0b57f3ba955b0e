import { markFor } from '../text/style.ts';
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

/** The view of this moment. @param table - where processes were asked for and could be listed */
export const viewOf = (
  world: World,
  long: boolean,
  tools: readonly Named[],
  table: ProcessTable | undefined,
): View => {
  const mark = markFor(world);
  const titles = new Map(tools.map(({ id, title }) => [id, title]));
  return {
    long,
    now: world.now(),
    toolTitle: (tool) => titles.get(tool),
    processName: (pid) => {
      const process = table?.get(pid);
      return process && programOf(process.cmd);
    },
    emphasize: (text) => mark('bold', text),
  };
};
