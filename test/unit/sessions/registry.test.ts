import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { UserError } from '../../../src/errors.ts';
import { type Findings, list, scan } from '../../../src/sessions/registry.ts';
import type { CommandResult, World } from '../../../src/world.ts';
import { deadPid, endProcesses, livePid, startTimeOf } from './processes.ts';
import { realFiles, removeSandboxes, type Sandbox, sandbox } from './world.ts';

afterEach(async () => {
  await endProcesses();
  removeSandboxes();
});

const START = 1_704_067_200;

const errorOf = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });

/** Writes the file of a session on a real process and returns its name. */
const plant = (box: Sandbox, pid: number, startedAt: number, lines = ''): string => {
  const name = `cc-aws-${pid}-${startedAt}.info`;
  const startTime = fs.existsSync(`/proc/${pid}`) ? `start_time=${startTimeOf(pid)}\n` : '';
  box.write(name, `tool=cc\nprovider=aws\npid=${pid}\nstarted_at=${startedAt}\n${startTime}${lines}`);
  return name;
};

const ids = (box: Sandbox): string[] => list(box.world).sessions.map(({ id }) => id);

test('a missing folder has no sessions', () => {
  const box = sandbox();
  fs.rmdirSync(box.folder);
  expect(list(box.world)).toEqual({ sessions: [], warnings: [], dead: [] });
});

test('live sessions are listed by start, dead ones are removed and reported once', async () => {
  const box = sandbox();
  const pid = await livePid();
  const late = plant(box, pid, START + 20);
  const early = plant(box, pid, START + 3);
  const gone = plant(box, deadPid(), START, 'cleanup=1\n');
  const reused = `cc-aws-${pid}-${START + 9}.info`;
  box.write(reused, `start_time=${Number(startTimeOf(pid)) - 1}\n`);

  const { sessions, warnings, dead } = list(box.world);
  expect(sessions.map(({ id }) => `${id}.info`)).toEqual([early, late]);
  expect(dead.map(({ id, cleanup }) => [`${id}.info`, cleanup])).toEqual([
    [gone, true],
    [reused, false],
  ]);
  expect(warnings).toEqual([]);
  expect(box.names()).toEqual([late, early].sort());
  expect(list(box.world)).toEqual({ sessions, warnings: [], dead: [] });
});

test('the time in the files orders those whose names tell nothing', async () => {
  const box = sandbox();
  const pid = await livePid();
  box.write('a.info', `pid=${pid}\nstarted_at=${START + 2}\nstart_time=${startTimeOf(pid)}\n`);
  box.write('b.info', `pid=${pid}\nstarted_at=${START + 1}\nstart_time=${startTimeOf(pid)}\n`);
  expect(ids(box)).toEqual(['b', 'a']);
});

test('a full folder is in order, and its first rows need not wait for the last file', async () => {
  let reads = 0;
  const read = (path: string): string => {
    reads++;
    return realFiles.readSmall(path, 65_536);
  };
  const box = sandbox({ files: { ...realFiles, readSmall: read } });
  const pid = await livePid();
  const starts = Array.from({ length: 230 }, (_, index) => START + ((index * 97) % 230));
  for (const start of starts) plant(box, pid, start);

  const sessions = scan(box.world, { warnings: [], dead: [] } satisfies Findings);
  const [first, ...others] = sessions.next().value ?? [];
  expect(first).toMatchObject({ startedAt: START });
  expect(reads).toBeGreaterThan(0);
  expect(reads).toBeLessThan(100);
  const later = [...others, ...[...sessions].flat()];
  expect(later.map(({ startedAt }) => startedAt)).toEqual(starts.toSorted((a, b) => a - b).slice(1));
});

test('elsewhere than on Linux ps is asked once, however full the folder is', async () => {
  const run = jest.fn<ReturnType<World['run']>, Parameters<World['run']>>(() => ({
    status: 1,
    stdout: '',
    stderr: '',
  }));
  const box = sandbox({ platform: 'darwin', run });
  const pid = await livePid();
  for (let index = 0; index < 120; index++) plant(box, pid, START + index);
  expect(ids(box)).toHaveLength(120);
  expect(run).toHaveBeenCalledTimes(1);
});

/** What lies in the folder beside a good session, and what is said about it. */
const HOSTILE: readonly [string, (path: string, box: Sandbox) => unknown, RegExp][] = [
  ['a link', (path, box) => fs.symlinkSync(box.write('target', 'pid=1\n'), path), /symbolic link/],
  ['a link to nowhere', (path) => fs.symlinkSync('/nowhere', path), /symbolic link/],
  ['a link to itself', (path) => fs.symlinkSync(path, path), /symbolic link/],
  ['a named pipe', (path) => execFileSync('mkfifo', [path]), /not a regular file/],
  ['a folder', (path) => fs.mkdirSync(path), /not a regular file/],
  ['a huge file', (path) => fs.writeFileSync(path, 'model=a\n'.repeat(8193)), /larger than 64 KiB/],
  ['a sparse file', (path) => execFileSync('truncate', ['-s', '1T', path]), /larger than 64 KiB/],
  ['a binary file', (path) => fs.writeFileSync(path, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 10])), /binary/],
  [
    'bytes that are no text',
    (path) => fs.writeFileSync(path, Buffer.from([0xff, 0xfe, 10, 0xc0, 10])),
    /key=value/,
  ],
  ['prose', (path) => fs.writeFileSync(path, 'hello\nworld\n'), /no line of the form key=value/],
];

test.each(HOSTILE)('%s is skipped with a warning and left alone', async (_, make, message) => {
  const read = new Map<string, string>();
  const readSmall = (path: string): string => {
    const text = realFiles.readSmall(path, 65_536);
    read.set(path, text);
    return text;
  };
  const box = sandbox({ files: { ...realFiles, readSmall } });
  const good = plant(box, await livePid(), START);
  const path = join(box.folder, `cc-aws-${deadPid()}-5.info`);
  make(path, box);

  const { sessions, warnings, dead } = list(box.world);
  expect(sessions.map(({ id }) => `${id}.info`)).toEqual([good]);
  expect(warnings).toEqual([expect.stringMatching(message)]);
  expect(warnings[0]).toContain(`${path} is skipped: `);
  expect(dead).toEqual([]);
  expect(() => fs.lstatSync(path)).not.toThrow();
  if (!/binary|key=value/.test(`${message}`)) expect(read.get(path) ?? '').toBe('');
});

test('a pipe that somebody holds open is not waited for', async () => {
  const box = sandbox();
  const path = join(box.folder, `cc-aws-${deadPid()}-5.info`);
  execFileSync('mkfifo', [path]);
  const pipe = fs.openSync(path, fs.constants.O_RDWR | fs.constants.O_NONBLOCK);
  expect(list(box.world).warnings).toEqual([expect.stringMatching(/is skipped: it is not a regular file/)]);
  fs.writeSync(pipe, 'pid=1\n');
  expect(list(box.world).warnings).toEqual([expect.stringMatching(/is skipped: it is not a regular file/)]);
  fs.closeSync(pipe);
  expect(box.names()).toHaveLength(1);
});

test('a socket is skipped with a warning', async () => {
  const box = sandbox();
  const server = createServer().listen(join(box.folder, 'cc-aws-1-5.info'));
  await new Promise((resolve) => server.once('listening', resolve));
  expect(list(box.world).warnings).toEqual([expect.stringMatching(/not a regular file/)]);
  await new Promise((resolve) => server.close(resolve));
});

test('a file that may not be read is skipped with a warning, one that is gone without', () => {
  const read = (path: string): string => {
    throw errorOf(path.includes('-5.info') ? 'EACCES' : 'ENOENT');
  };
  const box = sandbox({ files: { ...realFiles, readSmall: read } });
  box.write('cc-aws-1-5.info', 'pid=1\n');
  box.write('cc-aws-1-6.info', 'pid=1\n');
  expect(list(box.world).warnings).toEqual([expect.stringMatching(/-5\.info is skipped: .*EACCES/)]);
  expect(box.names()).toHaveLength(2);
});

test('a name cannot steer the terminal that shows the warning', () => {
  const box = sandbox();
  box.write('\x1b[2J\n.info', 'hello\n');
  expect(list(box.world).warnings).toEqual([
    expect.stringContaining(`${box.folder}/\\x1b[2J\\x0a.info is skipped`),
  ]);
});

test.each([
  ['is not listed while its shell may still be writing it', 0, 0],
  ['is listed later: whoever wrote it has no more to say', 60, 1],
])('a live session without its last line %s', async (_, age, listed) => {
  const box = sandbox();
  const pid = await livePid();
  const now = Math.ceil(Date.now() / 1000);
  const name = `cc-aws-${pid}-${now}.info`;
  const path = box.write(
    name,
    `id=cc-aws-${pid}-${now}\npid=${pid}\nstart_time=${startTimeOf(pid)}\ntool=cc\n`,
  );
  const then = Date.now() / 1000 - age;
  fs.utimesSync(path, then, then);
  const { sessions, warnings } = list(box.world);
  expect([sessions.length, warnings]).toEqual([listed, []]);
  expect(box.names()).toEqual([name]);
});

test('a session with bad lines is listed, with one warning', async () => {
  const box = sandbox();
  const pid = await livePid();
  const name = plant(box, pid, START, 'oops\noops\nkind=x\npid=zero\n');
  const { sessions, warnings } = list(box.world);
  expect(sessions.map((session) => session.pid)).toEqual([pid]);
  expect(warnings).toEqual([
    `${join(box.folder, name)}: 2 of its lines are not key=value, its pid makes no sense`,
  ]);
});

test.each([
  ['', true],
  ['tool=c', true],
  ['', false],
  ['tool=c', false],
])('an unwritten file %j stays unless its process is dead (alive: %s)', async (text, alive) => {
  const box = sandbox();
  const pid = alive ? await livePid() : deadPid();
  const name = `cc-aws-${pid}-${Math.floor(Date.now() / 1000) + 1}.info`;
  box.write(name, text);
  expect(list(box.world)).toEqual({ sessions: [], warnings: [], dead: [] });
  expect(box.names()).toEqual(alive ? [name] : []);
});

test('a file that names two processes stays as long as either lives', async () => {
  const box = sandbox();
  const [alive, dead] = [await livePid(), deadPid()];
  const now = Math.floor(Date.now() / 1000) + 1;
  const inText = `cc-aws-${dead}-${now}.info`;
  const inName = `cc-aws-${alive}-${now}.info`;
  const neither = `cc-aws-${deadPid()}-${now}.info`;
  box.write(inText, `pid=${alive}\n`);
  box.write(inName, `pid=${dead}\n`);
  box.write(neither, `pid=${dead}\n`);

  const { sessions, warnings } = list(box.world);
  expect(sessions.map(({ id }) => `${id}.info`)).toEqual([inText]);
  expect(box.names()).toEqual([inText, inName].sort());
  expect(warnings).toHaveLength(3);
});

test('a pid that kill(2) would take for a group is never asked about', () => {
  const asked: number[] = [];
  const exists = (pid: number): boolean => {
    asked.push(pid);
    return false;
  };
  const run = (): CommandResult => ({ status: 1, stdout: '', stderr: '' });
  const box = sandbox({ exists, run, platform: 'darwin' });
  for (const pid of ['-1', '0', '4294967295', '2147483648', '1e3']) {
    box.write(`cc-aws-${pid.replace('-', '')}-5.info`, `pid=${pid}\n`);
    box.write(`x${pid}.info`, `pid=${pid}\n`);
  }
  expect(list(box.world).sessions).toEqual([]);
  expect(asked).toEqual([1]);
});

describe('removing', () => {
  test('another reader may be first', () => {
    const remove = (path: string): void => {
      fs.unlinkSync(path);
      throw errorOf('ENOENT');
    };
    const box = sandbox({ files: { ...realFiles, remove } });
    plant(box, deadPid(), START);
    expect(list(box.world)).toEqual({ sessions: [], warnings: [], dead: [] });
  });

  test.each(['EACCES', 'EROFS', 'EPERM'])('%s is warned about once', (code) => {
    const remove = (): never => {
      throw errorOf(code);
    };
    const box = sandbox({ files: { ...realFiles, remove } });
    plant(box, deadPid(), START);
    plant(box, deadPid(), START + 1);
    expect(list(box.world)).toEqual({
      sessions: [],
      warnings: [`ended sessions cannot be removed from ${box.folder} (${code})`],
      dead: [],
    });
  });

  test('what interrupted writers left goes when it is old', () => {
    const box = sandbox();
    const temporaries = join(box.home, '.ai-runner', 'tmp');
    fs.mkdirSync(temporaries);
    const age = (path: string, seconds: number): void => {
      fs.writeFileSync(path, '');
      const time = Date.now() / 1000 - seconds;
      fs.utimesSync(path, time, time);
    };
    age(join(box.folder, 'cc-aws-1-5.info.new'), 65);
    age(join(box.folder, 'cc-aws-1-6.info.new'), 50);
    age(join(box.folder, 'cc-aws-1-7.tmp'), 65);
    age(join(box.folder, 'README'), 1e6);
    age(join(temporaries, 'old'), 310);
    age(join(temporaries, 'young'), 290);
    fs.symlinkSync(join(box.folder, 'README'), join(temporaries, 'link'));
    fs.lutimesSync(join(temporaries, 'link'), 5, 5);
    fs.mkdirSync(join(temporaries, 'folder'));
    fs.utimesSync(join(temporaries, 'folder'), 5, 5);

    expect(list(box.world).warnings).toEqual([]);
    expect(box.names()).toEqual(['README', 'cc-aws-1-6.info.new']);
    expect(fs.readdirSync(temporaries).sort()).toEqual(['folder', 'link', 'young']);
  });

  test('a folder of temporaries that is a link is not followed', () => {
    const box = sandbox();
    const elsewhere = fs.mkdtempSync(join(box.home, 'elsewhere-'));
    fs.writeFileSync(join(elsewhere, 'precious'), '');
    fs.utimesSync(join(elsewhere, 'precious'), 5, 5);
    fs.symlinkSync(elsewhere, join(box.home, '.ai-runner', 'tmp'));
    list(box.world);
    expect(fs.readdirSync(elsewhere)).toEqual(['precious']);
  });
});

describe('a folder that is not ours', () => {
  const untouchable = (changes: Partial<World>, arrange: (box: Sandbox) => void = () => {}) => {
    const box = sandbox(changes);
    const name = plant(box, deadPid(), START);
    arrange(box);
    return { box, name, found: list(box.world) };
  };

  test.each([0, 4242])('it belongs to another user, also when we are uid %d', (uid) => {
    const real = fs.lstatSync;
    const lstat = (path: string): fs.Stats => {
      const stats = real(path);
      stats.uid = uid + 1;
      return stats;
    };
    const { box, name, found } = untouchable({ uid, files: { ...realFiles, lstat } });
    expect(found.warnings).toEqual([expect.stringMatching(/is not read: it belongs to another user/)]);
    expect(found.sessions).toEqual([]);
    expect(box.names()).toEqual([name]);
  });

  test('it is a link', () => {
    const { box, name, found } = untouchable({}, ({ folder }) => {
      fs.renameSync(folder, `${folder}-real`);
      fs.symlinkSync(`${folder}-real`, folder);
    });
    expect(found.warnings).toEqual([expect.stringMatching(/is not read: it is a symbolic link/)]);
    expect(box.names()).toEqual([name]);
  });

  test('it is a file', () => {
    const { found } = untouchable({}, ({ folder }) => {
      fs.rmSync(folder, { recursive: true });
      fs.writeFileSync(folder, '');
    });
    expect(found.warnings).toEqual([expect.stringMatching(/is not read: it is not a folder/)]);
  });

  test('it cannot be read', () => {
    const refuse = (): never => {
      throw errorOf('EACCES');
    };
    const box = sandbox({ files: { ...realFiles, list: refuse } });
    expect(() => list(box.world)).toThrow(UserError);
    expect(() => list(box.world)).toThrow(box.folder);
  });
});

test.each<[string, Partial<World> & { env?: Record<string, string> }, string]>([
  ['an absolute AI_RUNNER_HOME', { env: { AI_RUNNER_HOME: '{home}/other' } }, 'other/sessions'],
  ['a relative one', { env: { AI_RUNNER_HOME: 'rel' } }, 'rel/sessions'],
  ['an empty one', { env: { AI_RUNNER_HOME: '' } }, '.ai-runner/sessions'],
])('%s moves the sessions', async (_, changes, folder) => {
  const box = sandbox();
  const env = Object.fromEntries(
    Object.entries(changes.env ?? {}).map(([name, value]) => [name, value.replace('{home}', box.home)]),
  );
  const path = join(box.home, folder);
  fs.mkdirSync(path, { recursive: true });
  const pid = await livePid();
  fs.writeFileSync(join(path, 'x.info'), `pid=${pid}\n`);
  expect(list({ ...box.world, env }).sessions.map((session) => session.pid)).toEqual([pid]);
});

test('without any home there is nowhere to look', () => {
  expect(() => list({ ...sandbox().world, home: undefined })).toThrow(/no home folder/);
});
