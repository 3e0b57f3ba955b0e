import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../../../src/errors.ts';
import { files } from '../../../src/node/files.ts';
import type { Files } from '../../../src/world.ts';
import { type Home, removeHomes } from '../config/home.ts';
import { failure } from '../script/failure.ts';
import { clearDefault, contents, modeOf, NAME, realHome, said, setDefault, textOf } from './default-home.ts';

afterEach(removeHomes);

const CONFIG = '# mine\nproviders: { aws:   {} }\n';

type Missing = readonly [what: string, named: string | undefined, file: string, text: string];

const MISSING: readonly Missing[] = [
  ['the home folder', undefined, NAME, 'defaults: { tier: opus }\n'],
  ['the name in AI_RUNNER_CONFIG', '~/mine.yaml', 'mine.yaml', 'defaults: { tier: opus }\n'],
  ['that name for JSON', '~/mine.json', 'mine.json', '{\n  "defaults": {\n    "tier": "opus"\n  }\n}\n'],
  ['that name in a folder that is missing too', '~/a/b/rc', 'a/b/rc', 'defaults: { tier: opus }\n'],
];

test.each(MISSING)('without a file, one is made: %s', async (_what, named, file, text) => {
  const home = realHome({ env: { AI_RUNNER_CONFIG: named } });
  await setDefault(home, { tier: 'opus' });
  expect([textOf(home, file), modeOf(join(home.path, file))]).toEqual([text, 0o600]);
  expect(readdirSync(home.path)).toEqual([file.replace(/\/.*/, '')]);
  expect(said(home)).toBe(`ai: default: opus (~/${file})\n`);
});

test('without a file there is nothing to clear, and none is made', async () => {
  const home = realHome({ env: { AI_RUNNER_CONFIG: '~/mine' } });
  await clearDefault(home);
  expect([readdirSync(home.path), said(home)]).toEqual([[], 'ai: default: none (~/mine)\n']);
});

test('AI_RUNNER_CONFIG wins over the file of the home folder', async () => {
  const home = realHome({ env: { AI_RUNNER_CONFIG: '~/mine' } });
  home.plant(NAME, CONFIG);
  home.plant('mine', '# mine\n');
  await setDefault(home, { tier: 'opus' });
  expect([textOf(home), textOf(home, 'mine')]).toEqual([CONFIG, '# mine\ndefaults: { tier: opus }\n']);
});

test.each([0o600, 0o640, 0o400, 0o644])(
  'the mode %o survives, and nothing is left beside the file',
  async (mode) => {
    const home = realHome();
    const path = home.plant(NAME, CONFIG, mode);
    await setDefault(home, { tier: 'opus' });
    expect([modeOf(path), readdirSync(home.path)]).toEqual([mode, [NAME]]);
    expect(textOf(home)).toBe(`${CONFIG}defaults: { tier: opus }\n`);
  },
);

test('what is the default already is not written again', async () => {
  const home = realHome();
  const path = home.plant(NAME, 'defaults: { tier: opus }\n');
  const { ino } = statSync(path);
  await setDefault(home, { tier: 'opus' });
  expect([statSync(path).ino, said(home)]).toEqual([ino, 'ai: default: opus (~/.ai-runnerrc)\n']);
});

test('a link stays, and its target is replaced in its own folder', async () => {
  const home = realHome();
  const target = home.plant('dotfiles/rc.json', '# YAML, whatever the target is called\n', 0o640);
  symlinkSync('dotfiles/rc.json', join(home.path, 'between'));
  symlinkSync('between', join(home.path, NAME));
  await setDefault(home, { tier: 'opus' });
  expect([readlinkSync(join(home.path, NAME)), lstatSync(target).isFile(), modeOf(target)]).toEqual([
    'between',
    true,
    0o640,
  ]);
  expect(readFileSync(target, 'utf8')).toBe(
    '# YAML, whatever the target is called\ndefaults: { tier: opus }\n',
  );
  expect(said(home)).toBe('ai: default: opus (~/.ai-runnerrc -> ~/dotfiles/rc.json)\n');
});

type Broken = readonly [what: string, plant: (home: Home) => void, message: RegExp];

const BROKEN: readonly Broken[] = [
  ['no YAML', (home) => home.plant(NAME, 'a: [1\n'), /\.ai-runnerrc:2:1: /],
  ['no JSON', (home) => home.plant(NAME, '{"a": 1,}'), /\.ai-runnerrc:1:9: unexpected "}"/],
  [
    'invalid',
    (home) => home.plant(NAME, 'defaults: { tier: big }\n'),
    /\.ai-runnerrc:1: defaults\.tier: expected/,
  ],
  [
    'a profile that is gone',
    (home) => home.plant(NAME, 'defaults: { profile: p }\n'),
    /there is no profile "p"/,
  ],
  ['open to all', (home) => home.plant(NAME, '', 0o666), /can be changed by other users/],
  ['a folder', (home) => mkdirSync(join(home.path, NAME)), /is a folder/],
  ['a link to nothing', (home) => symlinkSync('gone', join(home.path, NAME)), /does not exist/],
  [
    'not UTF-8',
    (home) => writeFileSync(join(home.path, NAME), Buffer.from('# caf\xe9\n', 'latin1'), { mode: 0o600 }),
    /~\/\.ai-runnerrc is not UTF-8/,
  ],
];

test.each(BROKEN)('a file that is %s stays as it is', async (_what, plant, message) => {
  const home = realHome();
  plant(home);
  const before = contents(home);
  for (const act of [() => setDefault(home, { tier: 'opus' }), () => clearDefault(home)]) {
    expect((await failure(act)).message).toMatch(message);
  }
  expect(contents(home)).toEqual(before);
});

const NOBODY = 65_534;

/** Root may write everywhere. */
const unprivileged = (replace: Files['replace']): Files['replace'] => {
  if (process.geteuid?.() !== 0) return replace;
  return (...words) => {
    process.seteuid?.(NOBODY);
    try {
      replace(...words);
    } finally {
      process.seteuid?.(0);
    }
  };
};

test('a folder that may not be changed is told, and the file stays', async () => {
  const home = realHome({}, { replace: unprivileged(files.replace) });
  home.plant(NAME, CONFIG);
  chmodSync(dirname(home.path), 0o755);
  chmodSync(home.path, 0o555);
  const act = failure(() => setDefault(home, { tier: 'opus' }));
  await act.finally(() => chmodSync(home.path, 0o755));
  expect(await act).toMatchObject({
    message: 'the configuration ~/.ai-runnerrc cannot be written: its folder may not be changed by you',
    hint: 'Nothing was changed. Check the rights of the folder.',
    code: 1,
  });
  expect(contents(home)).toEqual([`${NAME} ${CONFIG}`]);
});

test.each([
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'its file system is read-only'],
  ['EIO', 'EIO'],
])('%s is told', async (code, reason) => {
  const replace = () => {
    throw Object.assign(new Error(code), { code });
  };
  const home = realHome({}, { replace });
  expect((await failure(() => setDefault(home, { tier: 'opus' }))).message).toBe(
    `the configuration ~/.ai-runnerrc cannot be written: ${reason}`,
  );
  expect(home.said).toEqual([]);
});

test('a defect is not taken for a failure of the disk', async () => {
  const replace = () => {
    throw new TypeError('defect');
  };
  const home = realHome({}, { replace });
  await expect(setDefault(home, { tier: 'opus' })).rejects.not.toBeInstanceOf(UserError);
});
