import type { Permission, ToolCall, ToolCommand } from '../run/request.ts';
import { given, outdone, unlessGiven } from './given.ts';

/** Words of `codex exec --help`; `--approve-for-me` has a second model decide and keeps the sandbox. */
const PERMISSION: Readonly<Record<Permission, string>> = {
  skip: '--dangerously-bypass-approvals-and-sandbox',
  bypass: '--dangerously-bypass-approvals-and-sandbox',
  auto: '--approve-for-me',
};

const PERMISSION_FLAGS = [
  '--dangerously-bypass-approvals-and-sandbox',
  '--yolo',
  '--approve-for-me',
  '--sandbox',
  '-s',
  '--ask-for-approval',
  '-a',
];

/** The same said by `-c`. */
const PERMISSION_KEY = /^(?:sandbox_mode|approval_policy|approvals_reviewer)(?=\s*=)/;

const permissionSaid = (toolArgs: readonly string[]): string | undefined =>
  given(toolArgs, PERMISSION_FLAGS) ??
  toolArgs.map((word) => PERMISSION_KEY.exec(word)?.[0]).find((key) => key !== undefined);

/**
 * Interactive sessions share a background server, which keeps the environment of whoever started it, keys and all, and asks
 * with that for everybody. A session with any `-c` has a process of its own (measured with Codex 0.169); of a key that it
 * does not know Codex takes no notice.
 */
const OWN_PROCESS = ['-c', 'ai_runner=true'];

const provider = ({ providerArgs, toolArgs }: ToolCall): readonly string[] =>
  providerArgs.includes('-c') || given(toolArgs, ['--strict-config'])
    ? providerArgs
    : [...OWN_PROCESS, ...providerArgs];

/** Efforts have the same names there; all models of the current generation know `max` (`codex debug models`). */
const effort = ({ effort: level }: ToolCall): string[] =>
  level === undefined ? [] : ['-c', `model_reasoning_effort=${JSON.stringify(level)}`];

const mode = ({ mode: name, toolArgs }: ToolCall): string[] => {
  if (name === 'interactive') return [];
  return [
    'exec',
    // The prompt is on stdin, whatever follows.
    '-',
    ...unlessGiven(toolArgs, '--skip-git-repo-check'),
    ...(name === 'live' ? unlessGiven(toolArgs, '--json') : []),
  ];
};

const warningsOf = ({ model, permission, teammateMode }: ToolCall, said: Said): string[] => [
  ...(said.permission && permission ? [outdone(`--${permission}`, said.permission)] : []),
  ...(said.model && model ? [outdone(`the model ${model}`, said.model)] : []),
  ...(teammateMode === undefined ? [] : ['Codex has no agent teams, so --teammate-mode is left out']),
];

/** The flags by which the user's own words decide. */
interface Said {
  readonly permission: string | undefined;
  readonly model: string | undefined;
}

/**
 * The command line of Codex. Ours comes before the user's own words, which may name one of Codex's commands, and of two
 * `-c` for the same key the last one counts.
 */
export const codexArgs = (call: ToolCall): ToolCommand => {
  const { toolArgs, permission, model } = call;
  const said = {
    permission: permissionSaid(toolArgs),
    model: given(toolArgs, ['--model', '-m']),
  };
  return {
    argv: [
      ...mode(call),
      ...provider(call),
      ...(model && !said.model ? ['-m', model] : []),
      ...effort(call),
      ...(permission && !said.permission ? [PERMISSION[permission]] : []),
      ...toolArgs,
    ],
    warnings: warningsOf(call, said),
  };
};
