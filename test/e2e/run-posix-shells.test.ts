import { join } from 'node:path';
import { fakeTool, ownProvider } from '../support/fake-tool.ts';
import { expectClean, leftovers, noted, processesWith, startAi, until } from '../support/run-sandbox.ts';
import { PACKAGE, useSandbox } from '../support/sandbox.ts';

const box = useSandbox({ env: { OWN_KEY: 'own-key' } });

/** What `/bin/sh` is on one system or another: the first two hand a short text over in a pipe, the last one in a file. */
const SH = [
  { name: 'dash', program: 'dash', words: [] },
  { name: 'bash', program: 'bash', words: ['--posix'] },
  { name: 'zsh', program: 'zsh', words: ['--emulate', 'sh'] },
] as const;

const HOOK = ['sh', '-c', 'printf "%s %s\\n" "$AI_SESSION_ID" "$(umask)" >>"$NOTE"'] as const;

const reapers = (): number[] => processesWith(`reap ${box.home}`);

describe.each(SH)('the launcher run by $name', ({ program, words }) => {
  const begin = () =>
    startAi(box, [...words, join(PACKAGE, 'shell/ai'), '--apikey'], {
      program,
      stdin: 'question',
      env: { NOTE: box.file('hook') },
    });

  test('the status of the tool is that of the run, and nothing is left', async () => {
    ownProvider(box);
    fakeTool(box, ['exit 7']);
    expect(await begin().ended).toMatchObject({ status: 7 });
    expect(box.read('stdin')).toBe('question');
    await expectClean(box);
    await until('the reapers are gone', () => reapers().length === 0);
  });

  test('hooks run once, with the mask of the caller', async () => {
    ownProvider(box, { hooks: { cleanup: [HOOK] } });
    fakeTool(box, ['umask >"$out/mask"', 'exec sleep 60']);
    const run = begin();
    await noted(box, 'mask');
    await until('two reapers', () => reapers().length === 2);
    expect(leftovers(box)).not.toEqual([]);
    run.child.kill('SIGKILL');
    await run.ended;
    await noted(box, 'hook');
    await until('the reapers are gone', () => reapers().length === 0);
    expect(box.read('hook')).toMatch(new RegExp(`^cc-apikey-${run.pid}-\\d+ ${box.read('mask').trim()}\n$`));
    await expectClean(box);
  });

  test('one of the two reapers does the work of both', async () => {
    ownProvider(box);
    fakeTool(box, ['exec sleep 60']);
    const run = begin();
    await noted(box, 'pid');
    const [first = 0] = await until('two reapers', () => reapers().length === 2 && reapers());
    process.kill(first, 'SIGKILL');
    run.child.kill('SIGTERM');
    await run.ended;
    await expectClean(box);
    await until('the reapers are gone', () => reapers().length === 0);
  });
});
