import { type Loopback, startLoopback } from '../support/loopback/server.ts';
import { type Terminal, terminal } from '../support/pty.ts';
import { run, runProgram } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { GUARD, SHELLS, type Shell, zsh } from '../support/shells.ts';

const KEY = 'sk-ant-original';
const CONFIG = [
  'defaults: { provider: apikey }',
  'profiles: { work: { provider: aws, tier: haiku, region: eu-west-1 } }',
];
const LIST = /Start a session on[\s\S]*lmstudio[^\n]*\n/;
const MODELS = /Model[\s\S]*haiku[^\n]*\n/;
const DOWN = '\x1b[B';
const UP = '\x1b[A';
const CTRL_C = '\x03';
const CTRL_D = '\x04';
const load = (shell: Shell): string => shell.source(`ai init ${shell.name}`);

describe.each(SHELLS)('$name: ai use without a flag', (shell) => {
  const box = useSandbox({ env: { ...AWS_KEYS, ANTHROPIC_API_KEY: KEY } });
  let term: Terminal;
  const session = 'echo "is <$AI_SESSION_PROVIDER $ANTHROPIC_MODEL>"; stty -a | grep -o " icanon"';

  const open = async (...more: readonly string[]): Promise<void> => {
    box.plant('.ai-runnerrc', CONFIG.join('\n'));
    term = terminal(shell, box, [load(shell), ...more]);
    await term.ready();
  };
  const choose = async (): Promise<string> => {
    term.send('ai use\r');
    return (await term.waitFor(LIST))[0];
  };
  const was = async (): Promise<string> => (await term.enter(session)).text;
  afterEach(() => term.close());

  test('shows profiles and providers with payer and readiness, the default first to hand', async () => {
    await open();
    const list = await choose();
    expect(list).toMatch(/○ work +AWS Bedrock, haiku +cloud account +ready: AWS credentials/);
    expect(list).toMatch(/● apikey +Anthropic API +paid by use +ready: API key/);
    expect(list).toMatch(/○ vertex +Google Vertex AI +cloud account +no Google Cloud project is chosen/);
    expect(list).toMatch(/○ ollama +Ollama +free, local +Ollama does not answer/);
    term.send('\r');
    expect((await term.waitFor(MODELS))[0]).toMatch(/● default +claude-opus-5-5\n.*○ fable/);
    term.send('\r');
    await term.waitFor(/Claude Code · Anthropic API · claude-opus-5-5/);
    expect((await term.ready()).status).toBe(0);
    const text = await was();
    expect(text).toContain('is <apikey claude-opus-5-5>');
    expect(text).toContain(' icanon');
    expect(box.session()).toMatchObject({ provider: 'apikey' });
  });

  test('arrow keys and a tier', async () => {
    await open();
    await choose();
    term.send(UP);
    term.send(UP);
    await term.waitFor(/● aws /);
    term.send('\r');
    await term.waitFor(MODELS);
    term.send(DOWN);
    await term.waitFor(/● fable/);
    term.send('\r');
    expect((await term.ready()).status).toBe(0);
    expect(await was()).toMatch(/is <aws \S*claude-fable-5-2>/);
  });

  test('typing filters; a profile with a tier of its own asks nothing more', async () => {
    await open();
    await choose();
    term.send('bed eu');
    await term.waitFor(/No matches found/);
    term.send('\x15haiku');
    await term.waitFor(/● work[^\n]*\n(?![\s\S]*○)/);
    term.send('\r');
    expect((await term.ready()).status).toBe(0);
    expect(await was()).toMatch(/is <aws \S*claude-haiku-5-5>/);
    expect(box.session()).toMatchObject({ region: 'eu-west-1' });
  });

  test('Enter where nothing was found goes on asking', async () => {
    await open();
    await choose();
    term.send('bed eu');
    await term.waitFor(/No matches found/);
    term.send('\r');
    await term.waitFor(/Type other words; Esc leaves/);
    term.send('\x15haiku');
    await term.waitFor(/● work[^\n]*\n(?![\s\S]*○)/);
    term.send('\r');
    expect((await term.ready()).status).toBe(0);
    expect(await was()).toMatch(/is <aws \S*claude-haiku-5-5>/);
  });

  test.each([
    ['Ctrl-C', CTRL_C],
    ['Ctrl-D', CTRL_D],
    ['Esc', '\x1b'],
  ])('%s changes nothing and leaves nothing', async (_name, key) => {
    await open();
    await term.enter('ai use --aws --opus');
    const before = await was();
    await choose();
    term.send(key);
    const answer = await term.ready();
    expect(answer.status).toBe(130);
    expect(answer.text).not.toMatch(/ai:|internal|__ai/);
    const now = await was();
    expect(now.slice(now.indexOf('is <'))).toBe(before.slice(before.indexOf('is <')));
    expect(now).toContain(' icanon');
    expect(box.sessions()).toHaveLength(1);
  });

  test('Esc at the second list changes nothing either', async () => {
    await open();
    await choose();
    term.send('\r');
    await term.waitFor(MODELS);
    term.send('\x1b');
    expect((await term.ready()).status).toBe(130);
    expect(await was()).toContain('is < >');
    expect(box.sessions()).toEqual([]);
  });

  test('a choice that is not ready says what to do, with the session before it going on', async () => {
    await open();
    await term.enter('ai use --aws --opus');
    await choose();
    term.send('vertex');
    await term.waitFor(/● vertex/);
    term.send('\r');
    await term.waitFor(/ai: no Google Cloud project is chosen\n {2}Set providers.vertex.project/);
    expect((await term.ready()).status).toBe(1);
    expect(await was()).toMatch(/is <aws /);
  });

  test('inside a session, what the session hides is ready', async () => {
    await open();
    await term.enter('ai use --aws --opus');
    expect(await choose()).toMatch(/● apikey +Anthropic API +paid by use +ready: API key/);
    term.send(CTRL_C);
    await term.ready();
  });

  test('a terminal that does not know its size gets lines', async () => {
    await open();
    await term.enter('stty cols 0');
    term.send('ai use\r');
    await term.waitFor(/4\) apikey[\s\S]*Number or name \[4\]: /);
    term.send('\x04');
    expect((await term.ready()).status).toBe(130);
  });

  test('a dumb terminal gets lines, numbers and names', async () => {
    await open(shell.export('TERM', 'dumb'));
    const list = await choose();
    expect(list).toMatch(/^Start a session on:\n1\) work +AWS Bedrock, haiku/);
    await term.waitFor(/Number or name \[4\]: /);
    term.send('bedrock\r');
    await term.waitFor(/Type a number from 1 to 9[\s\S]*Number or name \[4\]: /);
    term.send('2\r');
    await term.waitFor(/Model:\n1\) default[\s\S]*Number or name \[1\]: /);
    term.send('sonnet\r');
    expect((await term.ready()).status).toBe(0);
    expect((await term.enter('echo "is <$ANTHROPIC_MODEL>"')).text).toContain('claude-sonnet-5-5>');
    expect(term.raw()).not.toContain('\x1b[36m');
  });

  test.each([
    ['OTHER', true],
    ['NO_COLOR', false],
  ])('%s=1: colours: %s', async (name, isColoured) => {
    await open(shell.export(name, '1'));
    const before = term.raw().length;
    await choose();
    term.send(CTRL_C);
    await term.ready();
    expect(/\x1b\[36m◆/.test(term.raw().slice(before))).toBe(isColoured);
  });

  test('without a terminal it names the flags', () => {
    const status = shell.say('status', shell.status);
    const result = run(shell, box, [load(shell), 'ai use', status]);
    expect(result.said).toEqual({ status: '2' });
    expect(result.stderr).toMatch(/^ai: there is no terminal[^\n]*\n {2}Name the provider \(--aws --vertex/);
    term = terminal(shell, box);
  });
});

describe('a local server', () => {
  const box = useSandbox();
  let term: Terminal;
  let server: Loopback;
  beforeEach(async () => {
    server = await startLoopback({ models: ['qwen3-coder', 'gemma3', 'nomic-embed-text'] });
  });
  afterEach(async () => {
    term.close();
    await server.close();
  });

  test('offers the models that it has installed', async () => {
    term = terminal(zsh, box, [load(zsh), zsh.export('OLLAMA_HOST', server.url)]);
    await term.ready();
    term.send('ai use\r');
    expect((await term.waitFor(LIST))[0]).toMatch(/● ollama +Ollama +free, local +ready: None \(local\)/);
    term.send('\r');
    const models = (await term.waitFor(/Model[\s\S]*installed[^\n]*\n/))[0];
    expect(models).toMatch(/● default +qwen3-coder\n.*○ installed +gemma3\n$/);
    term.send('gem');
    await term.waitFor(/● installed/);
    term.send('\r');
    expect((await term.ready()).status).toBe(0);
    expect((await term.enter('echo "is <$ANTHROPIC_MODEL>"')).text).toContain('is <gemma3>');
  });
});

describe('ai env --pick', () => {
  const box = useSandbox({ env: AWS_KEYS });

  test('asks nothing when the flags say it all', () => {
    const result = runProgram(box, ['ai', 'env', '--pick', '--aws', '--opus', '--json']);
    expect(result).toMatchObject({ status: 0, stdout: expect.stringContaining('"provider": "aws"') });
  });

  test.each(['--aws', '--opus'])('%s alone leaves something to ask for', (flag) => {
    const result = runProgram(box, ['ai', 'env', '--pick', flag, '--shell', 'bash']);
    expect(result).toMatchObject({ status: 2, stdout: `${GUARD}(\\builtin exit 2)\n` });
    expect(result.stderr).toContain('there is no terminal to choose');
  });

  test('with --unset is refused', () => {
    const result = runProgram(box, ['ai', 'env', '--pick', '--unset', '--shell', 'bash']);
    expect(result).toMatchObject({ status: 2 });
    expect(result.stderr).toContain('--unset and --pick exclude each other');
  });
});
