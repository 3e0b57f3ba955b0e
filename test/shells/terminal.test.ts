import { existsSync, readFileSync } from 'node:fs';
import { type Terminal, terminal } from '../support/pty.ts';
import { listing, runProgram } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { fish, on, SHELLS } from '../support/shells.ts';

const CTRL_C = '\x03';
const CTRL_D = '\x04';
const CTRL_Z = '\x1a';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Sleeps a process, as proc(5) says? Where there is no /proc, after a while for sure. */
const sleeps = async (pid: number): Promise<boolean> => {
  await pause(existsSync('/proc') ? 20 : 300);
  return !existsSync('/proc') || / S /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
};

/**
 * Until the shell waits for a key: bash takes no notice of a signal between its prompt and that wait before the next key
 * (seen with plain bash 5.2 as well).
 */
const idle = async (pid: number): Promise<void> => {
  for (let asleep = 0; asleep < 3; ) asleep = (await sleeps(pid)) ? asleep + 1 : 0;
};

describe.each(SHELLS)('$name: in a terminal', (shell) => {
  const box = useSandbox({ env: AWS_KEYS });
  const provider = shell.say('provider', shell.orUnset('AI_SESSION_PROVIDER'));
  let term: Terminal;

  const open = async (...startup: readonly string[]): Promise<void> => {
    term = terminal(shell, box, startup);
    await term.ready();
  };

  const begin = async (): Promise<void> => {
    await open();
    expect((await term.enter(on(shell))).status).toBe(0);
    expect(box.sessions()).toHaveLength(1);
  };

  const shows = async (text: string): Promise<void> =>
    expect((await term.enter(provider)).text).toContain(`provider=${text}`);

  afterEach(() => term.close());

  test('on and off: the prompt comes back and shows the status of every command', async () => {
    await begin();
    await shows('aws');
    expect((await term.enter('sh -c "exit 3"')).status).toBe(3);
    expect((await term.enter('ai_off')).status).toBe(0);
    await shows('UNSET');
    expect((await term.enter('sh -c "exit 4"')).status).toBe(4);
    expect(box.sessions()).toEqual([]);
  });

  test('on, a command and off in one line', async () => {
    await open();
    const answer = await term.enter(`${on(shell)}; ${provider}; ai_off`);
    expect(answer).toMatchObject({ status: 0, text: expect.stringContaining('provider=aws') });
    await shows('UNSET');
    expect(box.sessions()).toEqual([]);
  });

  test('the tty is recorded, and the session listed elsewhere', async () => {
    await begin();
    expect(box.session()).toMatchObject({
      pid: String(term.pid),
      tty: expect.stringMatching(/^\/dev\/pts\/\d+$/),
    });
    expect(listing(box)).toContain(`ID: cc-aws-${term.pid}-`);
  });

  test.each([
    ['exit 7', 'exit 7\r', 7],
    ['exit in nested functions', 'outer\r', 7],
    ['Ctrl-D', CTRL_D, 0],
  ])('%s ends the session', async (_title, keys, status) => {
    await open(shell.func('inner', 'exit 7'), shell.func('outer', 'inner'));
    expect((await term.enter(on(shell))).status).toBe(0);
    expect(box.sessions()).toHaveLength(1);
    term.send(keys);
    expect(await term.ended).toEqual({ status, signal: 0 });
    expect([box.sessions(), box.litter()]).toEqual([[], []]);
  });

  test.each([
    ['at the prompt', ''],
    ['during a command', 'echo start; sleep 60\r'],
  ])('closing the terminal %s ends the session', async (_title, keys) => {
    await begin();
    if (keys !== '') {
      term.send(keys);
      await term.waitFor(/\nstart\n/);
    }
    term.hangUp();
    await term.ended;
    expect([box.sessions(), box.litter()]).toEqual([[], []]);
  });

  /** A second SIGHUP can kill bash before its EXIT trap has begun; no trap can help that. */
  test('a terminal that hangs up twice ends the session, at the latest for the next reader', async () => {
    await begin();
    term.close();
    await term.ended;
    expect(listing(box)).toContain('No active sessions.');
    expect([box.sessions(), box.litter()]).toEqual([[], []]);
  });

  test('SIGHUP at the prompt ends the session', async () => {
    await begin();
    await idle(term.pid);
    term.kill('SIGHUP');
    await term.ended;
    expect([box.sessions(), box.litter()]).toEqual([[], []]);
  });

  test('SIGTERM at the prompt: shells that ignore it keep the session, fish leaves it to the next reader', async () => {
    await begin();
    await idle(term.pid);
    term.kill('SIGTERM');
    if (shell !== fish) {
      await shows('aws');
      return;
    }
    await term.ended;
    expect(listing(box)).toContain('No active sessions.');
    expect(box.sessions()).toEqual([]);
  });

  test('SIGKILL leaves the session to the next reader', async () => {
    await begin();
    term.kill('SIGKILL');
    await term.ended;
    expect(listing(box)).toContain('No active sessions.');
    expect(box.sessions()).toEqual([]);
  });

  test('Ctrl-C at the prompt and in a command keeps the session', async () => {
    await begin();
    term.send('half');
    await term.waitFor(/half/);
    term.send(CTRL_C);
    await term.ready();
    // The word comes from the command itself: between two commands of a line zsh may take no notice of Ctrl-C.
    term.send(`sh -c 'echo start; exec sleep 60'\r`);
    await term.waitFor(/\nstart\n/);
    term.send(CTRL_C);
    await term.ready();
    await shows('aws');
    expect(box.sessions()).toHaveLength(1);
    expect((await term.enter('ai_off')).status).toBe(0);
    expect(box.sessions()).toEqual([]);
  });

  test('an exit that is refused for stopped jobs keeps the session, the second one ends it', async () => {
    await begin();
    term.send(`sh -c 'echo start; exec sleep 60'\r`);
    await term.waitFor(/\nstart\n/);
    term.send(CTRL_Z);
    await term.ready();
    await term.enter('exit');
    await shows('aws');
    expect(box.sessions()).toHaveLength(1);
    await term.enter('exit');
    term.send('exit\r');
    await term.ended;
    expect(box.sessions()).toEqual([]);
  });

  test('a new size of the window does not disturb', async () => {
    await begin();
    term.resize(60, 20);
    await shows('aws');
    expect((await term.enter('ai_off')).status).toBe(0);
  });

  test('two terminals of one home: the end of one is not the end of the other', async () => {
    await begin();
    const other = terminal(shell, box);
    await other.ready();
    expect((await other.enter(on(shell))).status).toBe(0);
    expect(box.sessions()).toHaveLength(2);
    other.send('exit\r');
    await other.ended;
    expect(box.sessions()).toEqual([expect.stringContaining(`-${term.pid}-`)]);
    await shows('aws');
  });

  test('in the start-up file: each terminal is a session from its first prompt', async () => {
    await open(on(shell));
    await shows('aws');
    expect(box.sessions()).toHaveLength(1);
    term.send('exit\r');
    await term.ended;
    expect(box.sessions()).toEqual([]);
  });

  test('a shell inside the terminal’s shell: its exit keeps the outer session', async () => {
    await begin();
    term.send(`${shell.path} ${shell.interactive.join(' ')}\r`);
    await term.waitFor(/@0> /);
    term.send('exit\r');
    await term.ready();
    await shows('aws');
    expect(box.sessions()).toHaveLength(1);
  });

  test('values with exclamation marks arrive, and history holds what was typed and no more', async () => {
    const value = 'a!b !! !$ ^x^y !echo';
    const profile = { provider: 'ollama', model: 'm', env: { SHOUT: value } };
    box.plant('.ai-runnerrc', JSON.stringify({ profiles: { loud: profile } }));
    await open();
    await term.enter('echo before');
    expect((await term.enter(on(shell, '--profile loud'))).status).toBe(0);
    expect((await term.enter('printenv SHOUT')).text).toContain(`${value}\n`);
    await term.enter('ai_off');
    const history = await term.enter(shell.name === 'zsh' ? 'fc -l -100' : 'history');
    expect(history.text).toContain('echo before');
    expect(history.text).not.toContain('__ai_');
    expect(history.text.match(/profile loud/g)?.length).toBeLessThanOrEqual(2);
    expect(runProgram(box, ['ai-sessions']).status).toBe(0);
  });
});
