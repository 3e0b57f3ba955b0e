import { EXIT } from '../errors.ts';
import { escapeText } from '../text/escape.ts';
import type { World } from '../world.ts';
import { emit } from './emit.ts';
import { type Filter, type Known, type Named, select } from './filter.ts';
import { jsonListing, otherRow, sessionRow } from './json.ts';
import { idListing, listing, otherListing } from './listing.ts';
import type { OtherProcess } from './other-processes.ts';
import type { ProcessTable } from './process-table.ts';
import { type Ended, type Findings, scan } from './registry.ts';
import type { Session } from './session.ts';
import { type View, viewOf } from './view.ts';
import { interval, watch } from './watch.ts';

/** The command line of `ai-sessions`. */
export interface SessionsArgs {
  readonly json?: boolean | undefined;
  readonly long?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  readonly all?: boolean | undefined;
  readonly provider?: string | undefined;
  readonly tool?: string | undefined;
  /** Seconds between two looks; empty when the flag stood alone. */
  readonly watch?: string | undefined;
  /** Only the sessions with these ids; all where there are none. */
  readonly ids?: readonly string[];
}

/** What the listing takes from the rest of the program. */
export interface SessionsContext {
  readonly tools: readonly Named[];
  /** What filters may name; asked only where there are any. */
  known(): Promise<Known>;
  /** Receives the sessions that were found dead and whose files are gone now. */
  ended(sessions: readonly Ended[]): void | Promise<void>;
  /** The machine's processes; asked once, for `--long` and `--all`. */
  processes?(): Promise<ProcessTable>;
}

const tableOf = async (world: World, context: SessionsContext): Promise<ProcessTable | undefined> => {
  try {
    const { processTable } = await import('./process-table.ts');
    return await (context.processes ?? processTable)();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    world.err(`warning: the processes of this machine could not be listed: ${escapeText(reason)}\n`);
    return undefined;
  }
};

type Batches = Iterable<readonly Session[]>;

/** What a listing shows; `others` is absent where they were not asked for or could not be listed. */
interface Contents {
  readonly sessions: Batches;
  readonly others: readonly OtherProcess[] | undefined;
}

function* rowsOf({ sessions, others = [] }: Contents, tracked: boolean, view: View) {
  for (const batch of sessions) {
    for (const session of batch) {
      const row = sessionRow(session, view);
      yield tracked ? { ...row, tracked } : row;
    }
  }
  for (const process of others) yield otherRow(process, view);
}

function* textOf({ sessions, others }: Contents, view: View) {
  yield* listing(sessions, view);
  if (others) yield* otherListing(others, view);
}

const piecesOf = (contents: Contents, args: SessionsArgs, view: View): Iterable<string> => {
  if (args.quiet) return idListing(contents.sessions);
  return args.json ? jsonListing(rowsOf(contents, args.all === true, view)) : textOf(contents, view);
};

function* selected(batches: Batches, filters: readonly Filter[]): Generator<readonly Session[], void> {
  for (const batch of batches) yield select(batch, filters);
}

/** The sessions stay unread until they are shown, unless something has to be known of all of them first. */
const contentsOf = async (
  world: World,
  live: Batches,
  filters: readonly Filter[],
  ids: readonly string[],
  context: SessionsContext,
  table: ProcessTable | undefined,
): Promise<Contents> => {
  const strange = filters.some((filter) => !filter.known);
  if (!table && !strange && ids.length === 0) return { sessions: selected(live, filters), others: undefined };
  const all = [...live].flat();
  const every = ids.length === 0 ? all : (await import('./by-id.ts')).withIds(all, ids);
  if (strange) await (await import('./known.ts')).refuseUnknown(every, filters, await context.known());
  if (!table) return { sessions: [select(every, filters)], others: undefined };
  const { otherProcesses } = await import('./other-processes.ts');
  const others = otherProcesses(world, table, new Set(every.map(({ pid }) => pid)));
  return { sessions: [select(every, filters)], others: select(others, filters) };
};

const filtersOf = async (args: SessionsArgs, context: SessionsContext): Promise<readonly Filter[]> => {
  if (args.provider === undefined && args.tool === undefined) return [];
  return (await import('./known.ts')).filtersOf(args, await context.known());
};

const draw = async (world: World, args: SessionsArgs, context: SessionsContext): Promise<number> => {
  const filters = await filtersOf(args, context);
  const table = args.long || args.all ? await tableOf(world, context) : undefined;
  const findings: Findings = { warnings: [], dead: [] };
  const live = scan(world, findings);
  const contents = await contentsOf(
    world,
    live,
    filters,
    args.ids ?? [],
    context,
    args.all ? table : undefined,
  );
  emit(world, piecesOf(contents, args, viewOf(world, args.long === true, context.tools, table)));

  for (const warning of findings.warnings) world.err(`warning: ${warning}\n`);
  await context.ended(findings.dead);
  return args.all && !table ? EXIT.failed : EXIT.ok;
};

/**
 * `ai-sessions`: prints the live sessions and removes what dead ones left.
 *
 * @returns 0, or 1 when `--all` was asked for and the machine's processes could not be listed
 * @throws UsageError for a provider or tool that nobody knows, a wrong interval
 * @throws UserError when the sessions folder cannot be read, or no live session has an id that was asked for
 */
export const run = async (world: World, args: SessionsArgs, context: SessionsContext): Promise<number> => {
  const once = (): Promise<number> => draw(world, args, context);
  return args.watch === undefined ? once() : watch(world, interval(args.watch), once);
};
