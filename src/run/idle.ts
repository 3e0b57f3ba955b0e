import type { RunRequest } from './request.ts';

/** What only a run with a prompt can do, of what was asked for. */
const forPrompts = ({ live, fallback, stdinPosition }: RunRequest): readonly string[] => [
  ...(live ? ['--live'] : []),
  ...(fallback ? ['--fallback'] : []),
  ...(stdinPosition ? ['--stdin-position'] : []),
];

/** What only a run can do, of what was asked for: flags and words, as they are typed. */
export const forRuns = (request: RunRequest): readonly string[] => [
  ...(request.permission ? [`--${request.permission}`] : []),
  ...(request.teammateMode === undefined ? [] : ['--teammate-mode']),
  ...forPrompts(request),
  ...request.toolArgs,
];

/** What is said about an interactive run that was asked for more. */
export const idleWarnings = (request: RunRequest): string[] =>
  forPrompts(request).map((flag) => `without a prompt file or a piped prompt ${flag} has no effect`);
