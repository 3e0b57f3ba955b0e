import { useStage } from '../support/client-stage.ts';
import { claude, claude197 } from '../support/clients.ts';
import { inWork } from '../support/fake-tool.ts';
import { cleaned, type RunEnd } from '../support/run-sandbox.ts';
import { doRun, expected, installClient, observed, plantHostile, prepareWay } from '../support/run-stage.ts';
import { wayNamed } from '../support/ways/index.ts';
import type { Way } from '../support/ways/way.ts';

const stage = useStage();

const PROMPT = 'is "ping" $HOME or `pong`?';

/** The ways to hand over a prompt: words behind the flags, and what is piped. */
const MODES = [
  ['a prompt file', ['task.md'], undefined],
  ['a piped prompt', [], PROMPT],
  ['a prompt file, live', ['--live', 'task.md'], undefined],
] as const;

const WAYS = [
  'aws with a Bedrock key',
  'apikey',
  'azure with a key',
  'vercel',
  'ollama with what is installed',
  'lmstudio with what is loaded',
  'a configured provider with its token from a command',
] as const;

/** A piped prompt goes the way of a file; a provider of each kind is enough for it. */
const isTried = (name: string, words: readonly string[]): boolean =>
  words.length > 0 || name === 'apikey' || /^(aws|ollama)/.test(name);

const CASES = WAYS.flatMap((name) =>
  MODES.filter(([, words]) => isTried(name, words)).map(
    ([mode, words, stdin]) => [name, mode, words, stdin] as const,
  ),
);

/** Other credentials of a cloud, once each. */
const ONCE = [
  ['aws with access keys', ...MODES[2]],
  ['vertex through a gateway that adds the credential', ...MODES[1]],
] as const;

const ask = async (way: Way, words: readonly string[], stdin: string | undefined): Promise<RunEnd> => {
  const env = prepareWay(stage, way);
  inWork(stage.box, 'task.md', PROMPT);
  const end = await doRun(stage, [...way.flags.split(' '), ...words], { env, ...(stdin && { stdin }) });
  await cleaned(stage.box);
  return end;
};

/** What we say ourselves on stderr. */
const ours = ({ stderr }: RunEnd): string[] => stderr.split('\n').filter((line) => line.startsWith('ai: '));

test.each([...CASES, ...ONCE])('%s, %s', async (name, _mode, words, stdin) => {
  installClient(stage, claude());
  plantHostile(stage);
  const way = wayNamed(name);
  const end = await ask(way, words, stdin);
  expect(observed(stage, end)).toStrictEqual(expected(way, PROMPT));
  expect(ours(end)[0]).toMatch(/^ai: Claude Code · .* · paid by: (api|cloud|local)$/);
});

test.each([
  ['aws with a Bedrock key', MODES[0]],
  ['aws with access keys', MODES[2]],
  ['apikey', MODES[1]],
  ['azure with a key', MODES[2]],
  ['vercel', MODES[0]],
  ['ollama with what is installed', MODES[1]],
] as const)('claude 2.1.197: %s, %j', async (name, [, words, stdin]) => {
  installClient(stage, claude197());
  plantHostile(stage);
  const way = wayNamed(name);
  const end = await ask(way, words, stdin);
  expect(observed(stage, end)).toStrictEqual(expected(way, PROMPT));
  const agents = stage.server.turns.map(({ headers }) => headers['user-agent']);
  expect(agents).toEqual([expect.stringContaining('claude-cli/2.1.197')]);
});

test.each(MODES.slice(1))('--quiet says nothing beside the answer: %s', async (_mode, words, stdin) => {
  installClient(stage, claude());
  const end = await ask(wayNamed('apikey'), ['-q', ...words], stdin);
  expect(end).toEqual({ status: 0, stdout: 'PONG\n', stderr: '' });
});

test('--live tells what it took, with the price only where somebody is paid by it', async () => {
  installClient(stage, claude());
  const [paid, local] = [wayNamed('apikey'), wayNamed('ollama with a model')];
  expect(ours(await ask(paid, ['--live', 'task.md'], undefined)).at(-1)).toMatch(
    /^ai: claude-opus-5-5\S*, 1 turn, 1200 tokens in, 34 out, \$\d\.\d+ at list price, \d+s$/,
  );
  const free = await ask(local, ['--live', 'task.md'], undefined);
  expect(ours(free).at(-1)).toMatch(/^ai: own-model, 1 turn, 1200 tokens in, 34 out, \d+s$/);
});

test.each(MODES.slice(1))(
  'an answer that looks like a program is on stdout to the letter: %s',
  async (_mode, words, stdin) => {
    installClient(stage, claude());
    const text = 'import os\nimport sys\n\n# helper\ndef f():\n\tpass  # ~~~ 家 \\n $HOME';
    stage.server.answer({ text });
    const end = await ask(wayNamed('apikey'), words, stdin);
    expect(end).toMatchObject({ status: 0, stdout: `${text}\n` });
  },
);
