import { UsageError } from '../errors.ts';
import type { Arguments, Flag } from '../flags.ts';
import { PROVIDERS } from '../providers/index.ts';
import { EFFORTS, type Effort, type Selection, said, type Tier, TOOL_IDS, type ToolId } from './selection.ts';

/** Tier flags: the tier's own name and the word for its rank. */
const TIER_FLAGS: readonly (readonly [Tier, string])[] = [
  ['fable', 'best'],
  ['opus', 'high'],
  ['sonnet', 'mid'],
  ['haiku', 'low'],
];

const PROVIDER_FLAGS: readonly Flag[] = [
  ...PROVIDERS.map(({ flags, summary }) => ({
    names: flags,
    summary,
    group: 'Providers',
    chooses: 'provider',
  })),
  {
    names: ['provider'],
    value: 'NAME',
    summary: 'Any provider, also a configured one',
    group: 'Providers',
    chooses: 'provider',
    completes: 'provider',
  },
  {
    names: ['profile'],
    value: 'NAME',
    summary: 'A profile of the configuration',
    group: 'Providers',
    completes: 'profile',
  },
];

const ACCOUNT_FLAGS: readonly Flag[] = [
  {
    names: ['region'],
    value: 'REGION',
    summary: 'Cloud region, on AWS or Vertex AI',
    group: 'Account',
    completes: 'region',
  },
  {
    names: ['aws-profile'],
    value: 'NAME',
    summary: 'Profile of the AWS configuration files',
    group: 'Account',
    completes: 'aws-profile',
  },
];

const MODEL_FLAGS: readonly Flag[] = [
  ...TIER_FLAGS.map(([tier, rank]) => ({
    names: [tier, rank],
    summary: `The provider's ${tier} model`,
    group: 'Models',
    chooses: 'model',
  })),
  {
    names: ['model'],
    value: 'ID',
    summary: 'An exact model id',
    group: 'Models',
    chooses: 'model',
    completes: 'model',
  },
  { names: ['effort'], value: 'LEVEL', choices: EFFORTS, summary: 'Reasoning effort', group: 'Models' },
];

const TOOL_FLAGS: readonly Flag[] = [
  {
    names: ['tool'],
    value: 'TOOL',
    choices: TOOL_IDS,
    summary: 'The tool that is steered',
    group: 'Tool',
    chooses: 'tool',
  },
  { names: ['cc'], summary: 'Claude Code', group: 'Tool', chooses: 'tool' },
  { names: ['codex'], summary: 'Codex CLI', group: 'Tool', chooses: 'tool' },
  { names: ['team', 'teams'], summary: 'Agent teams', group: 'Tool' },
];

/** The flags that say what a session is, the same words in every command. */
export const SELECTION_FLAGS: readonly Flag[] = [
  ...PROVIDER_FLAGS,
  ...ACCOUNT_FLAGS,
  ...MODEL_FLAGS,
  ...TOOL_FLAGS,
];

/** The one of several words that was said. @throws UsageError when it is more than one */
const only = (kind: string, said: readonly string[]): string | undefined => {
  if (said.length < 2) return said[0];
  throw new UsageError(`${said.slice(0, 2).join(' and ')} are two different ${kind}`, 'give one of them');
};

const firsts = (flags: readonly Flag[], args: Arguments): string[] =>
  flags.map(({ names }) => names[0] ?? '').filter((name) => args.switches.has(name));

const providerOf = (args: Arguments): string | undefined => {
  const named = args.values.get('provider');
  const flags = firsts(PROVIDER_FLAGS, args);
  const same = named !== undefined && flags.length === 1 && flags[0] === named.toLowerCase();
  const said = flags.map((name) => `--${name}`);
  only('providers', named === undefined || same ? said : [...said, `--provider ${named}`]);
  const flag = PROVIDERS.find((provider) => provider.flags[0] === flags[0]);
  return flag?.id ?? named;
};

const toolOf = (args: Arguments): ToolId | undefined => {
  const said = TOOL_IDS.filter((id) => args.switches.has(id));
  const named = args.values.get('tool') as ToolId | undefined;
  const all = [...new Set([...said, ...(named === undefined ? [] : [named])])];
  only(
    'tools',
    all.map((id) => `--tool ${id}`),
  );
  return all[0];
};

const tierOf = (args: Arguments): Tier | undefined => {
  const said = TIER_FLAGS.map(([tier]) => tier).filter((tier) => args.switches.has(tier));
  const model = args.values.get('model');
  const words = said.map((tier) => `--${tier}`);
  only('models', model === undefined ? words : [...words, `--model ${model}`]);
  return said[0];
};

/** Part of a host name and of model ids, where any other character would change the request's destination. */
const REGION = /^[A-Za-z0-9][A-Za-z0-9-]{0,62}$/;

const regionOf = (args: Arguments): string | undefined => {
  const region = args.values.get('region');
  if (region === undefined || REGION.test(region)) return region;
  throw new UsageError(
    '--region is no name of a region',
    'It has letters, digits and hyphens, e.g. us-west-2.',
  );
};

/**
 * Reads the selection from parsed flags.
 * @throws UsageError for two providers, two tiers, two tools, a tier beside a model, or a region that cannot be one
 */
export const selectionOf = (args: Arguments): Selection =>
  said({
    tool: toolOf(args),
    provider: providerOf(args),
    profile: args.values.get('profile'),
    tier: tierOf(args),
    model: args.values.get('model'),
    effort: args.values.get('effort') as Effort | undefined,
    team: args.switches.has('team') ? true : undefined,
    region: regionOf(args),
    awsProfile: args.values.get('aws-profile'),
  });
