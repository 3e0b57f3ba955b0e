import { UsageError } from '../errors.ts';
import type { Permission, ToolCall, ToolCommand } from '../run/request.ts';
import { given, outdone, unlessGiven } from './given.ts';

/** Permission modes of code.claude.com, "Permission modes"; `auto` lets a second model decide. */
const PERMISSION: Readonly<Record<Permission, readonly string[]>> = {
  skip: ['--dangerously-skip-permissions'],
  bypass: ['--permission-mode', 'bypassPermissions'],
  auto: ['--permission-mode', 'auto'],
};

const PERMISSION_FLAGS = ['--permission-mode', '--dangerously-skip-permissions'];

/** Arguments, or the warning that says why they are missing. */
interface Part {
  readonly argv: readonly string[];
  readonly warning?: string;
}

/** Arguments of ours that give way to `flags` of the tool. */
const unlessSaid = (
  toolArgs: readonly string[],
  flags: readonly string[],
  ours: string,
  argv: Part,
): Part => {
  const flag = given(toolArgs, flags);
  return flag === undefined ? argv : { argv: [], warning: outdone(ours, flag) };
};

const permission = ({ permission: name, toolArgs }: ToolCall): Part =>
  name === undefined
    ? { argv: [] }
    : unlessSaid(toolArgs, PERMISSION_FLAGS, `--${name}`, { argv: PERMISSION[name] });

const teammates = ({ teammateMode }: ToolCall): Part => ({
  argv: teammateMode === undefined ? [] : ['--teammate-mode', teammateMode],
});

const settings = ({ settingsFile, toolArgs }: ToolCall): Part =>
  settingsFile === undefined
    ? { argv: [] }
    : unlessSaid(
        toolArgs,
        ['--settings'],
        'the file that keeps other settings from redirecting the session',
        {
          argv: ['--settings', settingsFile],
        },
      );

const print = ({ toolArgs }: ToolCall): string[] =>
  given(toolArgs, ['-p', '--print']) === undefined ? ['-p'] : [];

/** Events to translate come in one format only. */
const refuseOtherFormat = (toolArgs: readonly string[]): void => {
  const at = toolArgs.indexOf('--output-format');
  const inline = toolArgs.find((word) => word.startsWith('--output-format='))?.split('=')[1];
  const format = at < 0 ? inline : toolArgs[at + 1];
  if (format === undefined || format === 'stream-json') return;
  throw new UsageError(`--live and --output-format ${format} exclude each other`, 'Leave one of them out.');
};

/** The events of code.claude.com, "Run Claude Code programmatically"; the client wants `--verbose` with them. */
const stream = ({ toolArgs }: ToolCall): string[] => {
  refuseOtherFormat(toolArgs);
  return [
    ...unlessGiven(toolArgs, '--output-format', 'stream-json'),
    ...unlessGiven(toolArgs, '--verbose'),
    ...unlessGiven(toolArgs, '--include-partial-messages'),
  ];
};

const mode = (call: ToolCall): Part => {
  if (call.mode === 'interactive') return { argv: [] };
  return { argv: [...print(call), ...(call.mode === 'live' ? stream(call) : [])] };
};

/**
 * The command line of Claude Code. Model, effort and provider are in the environment. Ours comes before the user's own
 * words, which may end in a flag that takes every word behind it.
 *
 * @throws UsageError for `--live` beside another output format
 */
export const claudeArgs = (call: ToolCall): ToolCommand => {
  const parts = [mode(call), permission(call), teammates(call), settings(call)];
  return {
    argv: [...parts.flatMap(({ argv }) => argv), ...call.providerArgs, ...call.toolArgs],
    warnings: parts.flatMap(({ warning }) => (warning === undefined ? [] : [warning])),
  };
};
