/** A run that many users begin with, and what is in their configuration then. */
export interface TypicalRun {
  readonly argv: readonly string[];
  /** Text of `~/.ai-runnerrc`. */
  readonly config?: string;
  /** What is piped into it. */
  readonly input?: string;
}

const JSON_CONFIG = `${JSON.stringify({
  defaults: { tool: 'cc', provider: 'aws', tier: 'opus', team: false },
  profiles: { work: { provider: 'aws', tier: 'opus', region: 'eu-west-1', awsProfile: 'work' } },
  providers: {
    aws: { region: 'us-west-2', models: { opus: 'model' } },
    mygw: { type: 'anthropic', title: 'Mine', baseUrl: 'https://gw.example', token: { env: 'TOKEN' } },
  },
})}\n`;

/** In the styles that people mix. */
const YAML_CONFIG = `\
# What I use
defaults: { tool: cc, provider: aws, tier: opus, team: false }
profiles:
  work:
    provider: aws
    tier: 'opus'
    region: eu-west-1  # where we are
    awsProfile: work
providers:
  aws: { region: us-west-2, models: { opus: "model" } }
  mygw:
    type: anthropic
    title: Mine
    baseUrl: "https://gw.example"
    token: { env: TOKEN }
`;

const run = (line: string, config?: string): TypicalRun => ({
  argv: line.split(' '),
  ...(config !== undefined && { config }),
});

/** Twice: the second one finds what the first one kept. */
const configured = (line: string): readonly TypicalRun[] =>
  [JSON_CONFIG, YAML_CONFIG].flatMap((config) => [run(line, config), run(line, config)]);

/**
 * The most frequent first: where time is short, the rest is left out. Without network, terminal and tools; those that tell
 * shells, tiers and providers apart have functions of their own.
 */
export const TYPICAL: readonly TypicalRun[] = [
  run('env --aws --opus'),
  ...configured('env --aws --opus'),
  run('run --aws --opus prompt.md'),
  run('sessions'),
  ...configured('run prompt.md'),
  run('env --shell bash --aws'),
  run('env --shell zsh --aws'),
  run('env --shell fish --aws'),
  run('env --shell bash', JSON_CONFIG),
  run('env --unset'),
  run('env --pro --sonnet'),
  run('env --apikey --haiku'),
  { ...run('run --aws --opus'), input: 'Hello\n' },
  { ...run('run --aws --opus prompt.md'), input: 'Hello\n' },
  run('run --aws'),
  run('run --pro --sonnet', JSON_CONFIG),
  run('run --apikey --haiku prompt.md'),
  run('sessions --json'),
  run('help'),
  run('status'),
];
