import { fakeTool, ownProvider } from '../support/fake-tool.ts';
import { runProgram } from '../support/run.ts';
import { expectClean, noted, processesWith, startAi, until } from '../support/run-sandbox.ts';
import { useSandbox } from '../support/sandbox.ts';
import { SHELLS } from '../support/shells.ts';

const box = useSandbox({ env: { OWN_KEY: 'own-key' } });

/** Sleeps as the tool itself: `exec` keeps its pid. */
const LASTING = 'exec sleep 60';

/** The reaper's two processes; the launcher names the pipe of this sandbox in their arguments. */
const reapers = (): number[] => processesWith(`reap ${box.home}`);

beforeEach(() => ownProvider(box));

describe('cleanup hooks', () => {
  const HOOK = ['sh', '-c', 'printf "%s %s\\n" "$AI_SESSION_ID" "$ANTHROPIC_API_KEY" >>"$NOTE"'] as const;

  beforeEach(() => ownProvider(box, { hooks: { cleanup: [HOOK] } }));

  test.each([
    ['an exit', ['exit 0']],
    ['a failure', ['exit 7']],
    ['SIGKILL', ['kill -KILL $$']],
  ] as const)('run once, in the environment of the session, after %s', async (_name, lines) => {
    fakeTool(box, lines);
    const run = startAi(box, ['--apikey'], { stdin: 'question', env: { NOTE: box.file('hook') } });
    await run.ended;
    await expectClean(box);
    const note = await noted(box, 'hook');
    await until('the reapers are gone', () => reapers().length === 0);
    expect(box.read('hook')).toBe(note);
    expect(note).toMatch(new RegExp(`^cc-apikey-${run.pid}-\\d+ own-key\n$`));
  });

  test('run once when one of the two reapers was killed', async () => {
    fakeTool(box, [LASTING]);
    const run = startAi(box, ['--apikey'], { stdin: 'question', env: { NOTE: box.file('hook') } });
    await noted(box, 'pid');
    const [first = 0] = await until('two reapers', () => reapers().length === 2 && reapers());
    process.kill(first, 'SIGKILL');
    run.child.kill('SIGTERM');
    await noted(box, 'hook');
    await until('the reapers are gone', () => reapers().length === 0);
    expect(box.read('hook').split('\n')).toHaveLength(2);
  });
});

test.each(SHELLS)(
  '$name: a command substitution gets the answer and does not wait for the hooks',
  async (shell) => {
    ownProvider(box, {
      hooks: { cleanup: [['sh', '-c', `until [ -e ${box.file('go')} ]; do sleep 0.05; done`]] },
    });
    fakeTool(box);
    const lines =
      shell.name === 'fish'
        ? 'set out (echo question | ai --apikey 2>/dev/null)'
        : 'out=$(echo question | ai --apikey 2>/dev/null)';
    const script = `${lines}\necho "got=$out"\n: >${box.file('go')}`;
    const { stdout } = runProgram(box, [shell.path, ...shell.code(script)]);
    expect(stdout).toBe('got=done\n');
    await until('the reapers are gone', () => reapers().length === 0);
    await expectClean(box);
  },
);
