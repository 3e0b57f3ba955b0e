import type { RunRequest } from '../../../src/run/request.ts';

/** A run of which nothing was said. */
export const NOTHING: RunRequest = {
  selection: {},
  file: undefined,
  variables: new Map(),
  toolArgs: [],
  permission: undefined,
  teammateMode: undefined,
  live: false,
  quiet: false,
  stdinPosition: undefined,
  fallback: undefined,
  setDefault: false,
  clearDefault: false,
  dryRun: false,
  help: false,
};
