import { UsageError } from '../errors.ts';
import type { Arguments } from '../flags.ts';
import { selectionOf } from '../plan/flags.ts';
import { layer } from '../plan/merge.ts';
import { PERMISSIONS, type RunRequest, type StdinPosition } from './request.ts';

const listed = (list: string | undefined): readonly string[] | undefined => {
  const names = list
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (names?.length !== 0) return names;
  throw new UsageError('--fallback names no provider', 'e.g. --fallback aws,apikey');
};

/**
 * What our own flags ask for.
 * @throws UsageError when two of them contradict each other
 */
export const requestOf = (
  args: Arguments,
  rest: Pick<RunRequest, 'file' | 'variables' | 'toolArgs'>,
): RunRequest => {
  return {
    ...rest,
    selection: selectionOf(args),
    permission: PERMISSIONS.find((name) => args.switches.has(name)),
    teammateMode: args.values.get('teammate-mode'),
    live: args.switches.has('live'),
    quiet: args.switches.has('quiet'),
    stdinPosition: args.values.get('stdin-position') as StdinPosition | undefined,
    fallback: listed(args.values.get('fallback')),
    setDefault: args.switches.has('set-default'),
    clearDefault: args.switches.has('clear-default'),
    dryRun: args.switches.has('dry-run'),
    help: args.switches.has('help'),
  };
};

/**
 * One request over another: what was typed over the script's first line. The tool gets the words of both, the upper ones
 * last.
 */
export const layerRequests = (upper: RunRequest, lower: RunRequest): RunRequest => ({
  selection: layer(upper.selection, lower.selection),
  file: upper.file ?? lower.file,
  variables: new Map([...lower.variables, ...upper.variables]),
  toolArgs: [...lower.toolArgs, ...upper.toolArgs],
  permission: upper.permission ?? lower.permission,
  teammateMode: upper.teammateMode ?? lower.teammateMode,
  live: upper.live || lower.live,
  quiet: upper.quiet || lower.quiet,
  stdinPosition: upper.stdinPosition ?? lower.stdinPosition,
  fallback: upper.fallback ?? lower.fallback,
  // A script never changes what applies to others.
  setDefault: upper.setDefault,
  clearDefault: upper.clearDefault,
  dryRun: upper.dryRun || lower.dryRun,
  help: upper.help || lower.help,
});
