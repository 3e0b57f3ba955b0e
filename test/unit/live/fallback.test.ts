import { UserError } from '../../../src/errors.ts';
import type { ApiStatus } from '../../../src/live/event.ts';
import type { Payer } from '../../../src/plan/selection.ts';
import type { Outcome } from '../../../src/run/failure.ts';
import { type Attempt, runAttempts } from '../../../src/run/fallback.ts';
import type { World } from '../../../src/world.ts';

const OK: Outcome = { status: 0, signal: undefined, failure: undefined, outputBegan: true };
const failed = (status: ApiStatus | undefined, outputBegan = false): Outcome => ({
  status: 1,
  signal: undefined,
  failure: { status, message: 'its words' },
  outputBegan,
});
const interrupted: Outcome = { status: 130, signal: 'SIGINT', failure: undefined, outputBegan: false };

const TITLES: Record<string, [string, Payer]> = {
  aws: ['AWS Bedrock', 'cloud'],
  ollama: ['Ollama', 'local'],
  apikey: ['Anthropic API', 'api'],
};

type Step = readonly [provider: string, outcome: Outcome | Error];

/** Runs the attempts; `asked` has every provider that was run, with `more` as `+`. */
const attempts = async (steps: readonly Step[]) => {
  const asked: string[] = [];
  let stderr = '';
  const err = (text: string): void => {
    stderr += text;
  };
  const list = steps.map(([provider, outcome]): Attempt => {
    const [providerTitle, payer] = TITLES[provider] ?? ['', 'api'];
    return {
      provider,
      async prepare() {
        if (outcome instanceof Error) throw outcome;
        const run = async (more: boolean): Promise<Outcome> => {
          asked.push(provider + (more ? '+' : ''));
          return outcome;
        };
        return { plan: { providerTitle, payer }, run };
      },
    };
  });
  const [first, ...others] = list;
  if (!first) throw new Error('no attempt');
  const outcome = await runAttempts({ err } as World, first, others);
  return { asked, stderr, outcome };
};

test.each<[string, readonly Step[], { asked: string[]; outcome: Outcome; stderr: string }]>([
  [
    'an answer',
    [
      ['aws', OK],
      ['ollama', OK],
    ],
    { asked: ['aws+'], outcome: OK, stderr: '' },
  ],
  [
    'too many requests',
    [
      ['aws', failed(429)],
      ['ollama', OK],
      ['apikey', OK],
    ],
    {
      asked: ['aws+', 'ollama+'],
      outcome: OK,
      stderr: 'ai: AWS Bedrock answered 429, going on with Ollama (paid by: local)\n',
    },
  ],
  [
    'a whole list of failures',
    [
      ['ollama', failed('unreachable')],
      ['aws', failed(529)],
      ['apikey', failed(401)],
    ],
    {
      asked: ['ollama+', 'aws+', 'apikey'],
      outcome: failed(401),
      stderr:
        'ai: Ollama could not be reached, going on with AWS Bedrock (paid by: cloud)\n' +
        'ai: AWS Bedrock answered 529, going on with Anthropic API (paid by: api)\n',
    },
  ],
  ['no list', [['aws', failed(429)]], { asked: ['aws'], outcome: failed(429), stderr: '' }],
  [
    'a wrong request',
    [
      ['aws', failed(404)],
      ['ollama', OK],
    ],
    { asked: ['aws+'], outcome: failed(404), stderr: '' },
  ],
  [
    'a failure of the tool',
    [
      ['aws', failed(undefined)],
      ['ollama', OK],
    ],
    { asked: ['aws+'], outcome: failed(undefined), stderr: '' },
  ],
  [
    'a failure after output',
    [
      ['aws', failed(529, true)],
      ['ollama', OK],
    ],
    { asked: ['aws+'], outcome: failed(529, true), stderr: '' },
  ],
  [
    'Ctrl-C',
    [
      ['aws', interrupted],
      ['ollama', OK],
    ],
    { asked: ['aws+'], outcome: interrupted, stderr: '' },
  ],
  [
    'a provider that is not set up',
    [
      ['aws', failed(429)],
      ['apikey', new UserError('no key')],
      ['ollama', OK],
    ],
    {
      asked: ['aws+', 'ollama'],
      outcome: OK,
      stderr:
        'ai: apikey cannot go on: no key\n' +
        'ai: AWS Bedrock answered 429, going on with Ollama (paid by: local)\n',
    },
  ],
  [
    'nobody who could go on',
    [
      ['aws', failed(429)],
      ['apikey', new UserError('no key')],
    ],
    {
      asked: ['aws+'],
      outcome: failed(429),
      stderr: 'ai: apikey cannot go on: no key\nai: AWS Bedrock answered 429\n  its words\n',
    },
  ],
])('%s', async (_name, steps, expected) => {
  expect(await attempts(steps)).toEqual(expected);
});

test.each<[string, readonly Step[], string]>([
  [
    'a first provider that is not set up',
    [
      ['apikey', new UserError('no key')],
      ['ollama', OK],
    ],
    'no key',
  ],
  [
    'a defect while the next one is prepared',
    [
      ['aws', failed(429)],
      ['apikey', new TypeError('defect')],
      ['ollama', OK],
    ],
    'defect',
  ],
])('%s ends the run', async (_name, steps, message) => {
  await expect(attempts(steps)).rejects.toThrow(message);
});
