import { UserError } from '../errors.ts';
import type { Arguments } from '../flags.ts';
import { readStatus } from '../statusline/input.ts';
import { statusLine } from '../statusline/line.ts';
import { currentSession } from '../statusline/session.ts';
import { prettyJson } from '../text/json.ts';
import type { World } from '../world.ts';
import type { Command } from './command.ts';

/** What belongs into the client's settings. */
const SETTINGS = { statusLine: { type: 'command', command: 'ai statusline' } };

/** Bytes; the client writes a few thousand. */
const LARGEST = 1024 * 1024;

/** Time in ms for the first byte: a line with what the session says is better than none. */
const PATIENCE = 2000;

const isColored = ({ env }: World): boolean => !env.NO_COLOR && env.TERM !== 'dumb';

const run = async (world: World, args: Arguments): Promise<number> => {
  if (args.switches.has('print-settings')) {
    world.out(prettyJson(SETTINGS));
    return 0;
  }
  if (world.stdin.kind === 'tty')
    throw new UserError('`ai statusline` reads the JSON that Claude Code writes, not a terminal', {
      hint: 'Paste what `ai statusline --print-settings` prints into ~/.claude/settings.json.',
    });
  const { bytes } = await world.stdin.read({ limit: LARGEST, patience: PATIENCE });
  world.out(`${statusLine(currentSession(world), readStatus(bytes.toString('utf8')), isColored(world))}\n`);
  return 0;
};

/** `ai statusline`: a status line for Claude Code. */
export const statusline: Command = {
  name: 'statusline',
  summary: "Print a line for Claude Code's statusLine: provider, payer, model, context, cost",
  examples: [
    ['ai statusline --print-settings', 'what to paste into ~/.claude/settings.json'],
    ['echo {} | ai statusline', 'what it shows of the session alone'],
  ],
  flags: [{ names: ['print-settings'], summary: "Print what belongs into the client's settings" }],
  run,
};
