import { CONFIG_ACTIONS, run } from '../config/command.ts';
import { UsageError } from '../errors.ts';
import type { Arguments } from '../flags.ts';
import { BUILTIN } from '../start/decide.ts';
import type { World } from '../world.ts';
import type { Command } from './command.ts';

const IMPORT = 'import';
/** Flags that nothing but an import has. */
const IMPORT_FLAGS = ['dry-run', 'replace'];

const importing = async (
  world: World,
  { switches }: Arguments,
  files: readonly string[],
): Promise<number> => {
  const { importSettings } = await import('../airun/import.ts');
  const [dryRun = false, replace = false] = IMPORT_FLAGS.map((name) => switches.has(name));
  return importSettings(world, { files, json: switches.has('json'), dryRun, replace });
};

const act = (world: World, args: Arguments): Promise<number> => {
  const [word, file, ...extra] = args.words;
  if (word === IMPORT) return importing(world, args, args.words.slice(1));
  const action = CONFIG_ACTIONS.find((known) => known === word);
  if (!action) throw new UsageError(`\`ai config\` needs one of: ${[...CONFIG_ACTIONS, IMPORT].join(', ')}`);
  if (action === 'get' && file === undefined)
    throw new UsageError('`ai config get` needs a key', 'e.g. ai config get defaults.provider');
  const takes = { path: 'no more', show: 'no more', get: 'one key', validate: 'one file' }[action];
  if (extra[0] !== undefined || (file !== undefined && takes === 'no more'))
    throw new UsageError(`unexpected word "${extra[0] ?? file}"`, `\`ai config ${action}\` takes ${takes}`);
  const flag = IMPORT_FLAGS.find((name) => args.switches.has(name));
  if (flag !== undefined) throw new UsageError(`--${flag} belongs to \`ai config ${IMPORT}\``);
  return run(world, { action, file, key: file, json: args.switches.has('json') }, BUILTIN);
};

/** `ai config`: where the configuration is, what it says, whether it is right; and the settings of airun for it. */
export const config: Command = {
  name: 'config',
  summary: 'Show, check and fill the configuration',
  operands: 'path|show|get|validate|import [KEY] [FILE…]',
  actions: [
    { name: 'path', summary: 'Print the path of the file in use' },
    { name: 'show', summary: 'Print the configuration that applies' },
    { name: 'get', summary: 'Print the value of a key', completes: 'config-key' },
    { name: 'validate', summary: 'Check a file', completes: 'file' },
    { name: 'import', summary: 'Take over the settings of airun', completes: 'file' },
  ],
  examples: [
    ['ai config path', 'the file in use'],
    ['ai config get defaults.provider', 'one value'],
    ['ai config validate', 'every problem in it, with its line'],
    ['ai config import --dry-run', 'what would be taken over from airun'],
  ],
  flags: [
    { names: ['json'], summary: 'Print JSON' },
    { names: ['dry-run'], summary: 'With import: only show what would be written, secrets masked' },
    { names: ['replace'], summary: 'With import: its values win, save for secrets' },
  ],
  run: act,
};
