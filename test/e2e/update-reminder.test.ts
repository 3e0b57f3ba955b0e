import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fakeTool } from '../support/fake-tool.ts';
import { installed, manager } from '../support/installed.ts';
import { type Terminal, terminal } from '../support/pty.ts';
import { environment, run } from '../support/run.ts';
import { until } from '../support/run-sandbox.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { bash } from '../support/shells.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NEWS = /ai: AI Runner 99\.1\.0 is out, this is \S+: ai update\n/;
const CALL = 'view ai-runner version\n';

describe('the reminder of a newer version', () => {
  const box = useSandbox({ env: AWS_KEYS });
  const load = bash.source('ai init bash');
  const path = () => join(box.home, '.ai-runner/update.json');
  const kept = () => JSON.parse(readFileSync(path(), 'utf8')) as Record<string, unknown>;
  const keep = (checked: number, told: number, latest: unknown = '99.1.0') =>
    box.plant('.ai-runner/update.json', JSON.stringify({ checked, told, latest }));
  let term: Terminal;
  afterEach(() => term?.close());

  const open = async (...lines: readonly string[]): Promise<void> => {
    installed(box);
    manager(box, 'npm', '99.1.0');
    term = terminal(bash, box, [load, ...lines]);
    await term.ready();
  };
  const use = async (line = 'ai use --aws'): Promise<string> => (await term.enter(line)).text;

  test('is found out in the background, told the next time, and then not for a day', async () => {
    await open();
    expect(await use()).not.toMatch(NEWS);
    await until('the answer is kept', () => existsSync(path()) && kept().latest === '99.1.0');
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    expect(await use()).toMatch(NEWS);
    expect(await use()).not.toMatch(NEWS);
    expect(box.read('npm')).toBe(CALL);
    const seen = environment(box, 'npm.env');
    expect(seen).toMatchObject({ HOME: box.home, PATH: box.env.PATH });
    expect(Object.keys(seen).filter((name) => /^AWS_/.test(name))).toEqual([]);
  });

  test('comes again after a day, and so does the question', async () => {
    await open();
    keep(Date.now() - 2 * DAY_MS, Date.now() - 2 * DAY_MS);
    expect(await use()).toMatch(NEWS);
    await until('npm was asked', () => existsSync(box.file('npm')));
    expect(await use()).not.toMatch(NEWS);
  });

  test('does not wait for the package manager', async () => {
    await open();
    manager(box, 'npm', '99.1.0', [`while [ ! -e '${box.file('go')}' ]; do sleep 0.05; done`]);
    await use();
    await until('npm runs', () => existsSync(box.file('npm.pid')));
    expect(existsSync(box.file('npm'))).toBe(false);
    await use(': >"$HOME/../out/go"');
    await until('the answer is kept', () => kept().latest === '99.1.0');
  });

  test.each(['AI_NO_UPDATE_CHECK', 'NO_UPDATE_NOTIFIER', 'CI'])('%s switches it off', async (name) => {
    await open(`export ${name}=1`);
    keep(0, 0);
    expect(await use()).not.toMatch(NEWS);
    expect(kept()).toMatchObject({ checked: 0, told: 0 });
  });

  test('--quiet is quiet', async () => {
    await open();
    keep(0, 0);
    expect(await use('ai use --aws --quiet')).not.toMatch(NEWS);
  });

  test('scripts and pipes never see it', () => {
    installed(box);
    manager(box, 'npm', '99.1.0');
    keep(0, 0);
    const result = run(bash, box, [load, 'ai use --aws', 'ai env --aws --json >/dev/null', 'exit 0']);
    expect(result).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(kept()).toMatchObject({ checked: 0, told: 0 });
  });

  test.each([
    ['this version or an older one', '0.0.1'],
    ['no version', 'x\u001b[31m'],
    ['no text', { a: 1 }],
  ])('a cache with %s says nothing', async (_title, latest) => {
    await open();
    keep(Date.now(), 0, latest);
    expect(await use()).not.toMatch(/is out|x/);
  });

  test('a damaged cache is made anew', async () => {
    await open();
    box.plant('.ai-runner/update.json', '{"checked": 1');
    await use();
    await until('the answer is kept', () => readFileSync(path(), 'utf8').includes('99.1.0'));
  });

  test('a run on the terminal tells it, a script does not', async () => {
    await open();
    fakeTool(box);
    keep(Date.now(), 0);
    box.plant('../work/x.md', 'Say hello.\n');
    expect(await use('ai --aws x.md')).not.toMatch(NEWS);
    await use('ai --aws 2>"$HOME/err"');
    expect(readFileSync(join(box.home, 'err'), 'utf8')).not.toMatch(NEWS);
    expect(await use('ai --aws')).toMatch(NEWS);
  });

  test('a clone is never looked up', async () => {
    term = terminal(bash, box, [load]);
    manager(box, 'npm', '99.1.0');
    await term.ready();
    expect(await use()).not.toMatch(NEWS);
    expect(existsSync(path())).toBe(false);
  });
});
