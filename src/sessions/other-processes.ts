import { basename } from 'node:path';
import type { World } from '../world.ts';
import { type ProcessTable, programOf } from './process-table.ts';

/** A claude or codex process that was not started through AI Runner. */
export interface OtherProcess {
  readonly pid: number;
  readonly tool: string;
  /** Name of the program, without its arguments. */
  readonly name: string;
  readonly cwd: string | undefined;
}

/** Programs of each tool, and the package whose script an interpreter runs instead. */
const PROGRAMS = [
  { tool: 'cc', name: 'claude', package: '@anthropic-ai/claude-code/' },
  { tool: 'codex', name: 'codex', package: '@openai/codex/' },
] as const;

const INTERPRETERS = new Set(['node', 'bun', 'deno']);

const bare = (program: string): string => program.replace(/\.(?:exe|[cm]?js)$/, '');

/** The script that an interpreter runs: the first argument that is no option. */
const scriptOf = (cmd: string): string =>
  cmd
    .trim()
    .split(/\s+/)
    .slice(1)
    .find((word) => !word.startsWith('-')) ?? '';

const toolOf = (cmd: string): (typeof PROGRAMS)[number] | undefined => {
  const program = bare(programOf(cmd));
  if (!INTERPRETERS.has(program)) return PROGRAMS.find(({ name }) => name === program);
  const script = scriptOf(cmd);
  return PROGRAMS.find((tool) => bare(basename(script)) === tool.name || script.includes(tool.package));
};

/** Whether the process or one of those that started it is in `pids`. A table read in motion may contain a circle. */
const descends = (table: ProcessTable, pid: number, pids: ReadonlySet<number>): boolean => {
  const seen = new Set<number>();
  for (let at = table.get(pid); at && !seen.has(at.pid); at = table.get(at.ppid)) {
    if (pids.has(at.pid)) return true;
    seen.add(at.pid);
  }
  return false;
};

/** Where a process works (`/proc/PID/cwd`, proc(5)); known on Linux and for processes of the same user. */
const cwdOf = (world: World, pid: number): string | undefined => {
  if (world.platform !== 'linux') return undefined;
  try {
    return world.files.realpath(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
};

/**
 * The claude and codex processes that no session accounts for. A launcher and the program that it started (`codex` is
 * a script that runs a binary of the same name) are one; whatever a session's process started belongs to the session.
 *
 * @param tracked - pids of all live sessions
 */
export const otherProcesses = (
  world: World,
  table: ProcessTable,
  tracked: ReadonlySet<number>,
): OtherProcess[] =>
  [...table.values()].flatMap(({ pid, ppid, cmd }) => {
    const tool = toolOf(cmd);
    const parent = table.get(ppid);
    if (!tool || descends(table, pid, tracked) || (parent && toolOf(parent.cmd) === tool)) return [];
    return [{ pid, tool: tool.tool, name: tool.name, cwd: cwdOf(world, pid) }];
  });
