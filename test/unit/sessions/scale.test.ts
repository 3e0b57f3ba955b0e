import { run, type SessionsArgs, type SessionsContext } from '../../../src/sessions/command.ts';
import { SUFFIX } from '../../../src/sessions/file-name.ts';
import { jsonListing, sessionRow } from '../../../src/sessions/json.ts';
import { idListing, listing } from '../../../src/sessions/listing.ts';
import type { Session } from '../../../src/sessions/session.ts';
import type { World } from '../../../src/world.ts';
import { AWS, OLLAMA, PROVIDERS, TOOLS, view } from './example.ts';
import { deadPid, endProcesses, livePid, startTimeOf } from './processes.ts';
import { usualText } from './usual.ts';
import { realFiles, removeSandboxes, type Sandbox, sandbox } from './world.ts';

const COUNT = 10_000;
const START = 1_704_067_200;

const context: SessionsContext = {
  tools: TOOLS,
  known: async () => ({ providers: PROVIDERS, tools: TOOLS, configured: () => [] }),
  ended: () => {},
};

/** Sessions of one process by start, alternately of two providers; every seventh is not as its writers leave it. */
const sessionsOf = (pid: number, count: number): Session[] =>
  Array.from({ length: count }, (_, index) => {
    const example = index % 2 === 0 ? AWS : OLLAMA;
    const startedAt = START + index;
    const id = `${example.tool}-${example.provider}-${pid}-${startedAt}`;
    return { ...example, id, pid, startedAt, startTime: startTimeOf(pid), cwd: `/home/user/${index}` };
  });

/** Writes the files in an order that has nothing to do with the sessions' own. */
const plant = (box: Sandbox, sessions: readonly Session[]): void => {
  for (let index = 0; index < sessions.length; index++) {
    const at = (index * 7919) % sessions.length;
    const session = sessions[at];
    if (session) box.write(`${session.id}${SUFFIX}`, usualText(session, at % 7 === 0 ? 'colour=red\n' : ''));
  }
};

const text = (pieces: Iterable<string>): string => [...pieces].join('');

describe(`${COUNT} live sessions`, () => {
  const NOW = view().now;
  let [box, sessions] = [{} as Sandbox, [] as Session[]];

  beforeAll(async () => {
    box = sandbox();
    sessions = sessionsOf(await livePid(), COUNT);
    plant(box, sessions);
  });

  afterAll(async () => {
    await endProcesses();
    removeSandboxes();
  });

  /** What is written, and how many session files had been read at each write. */
  const printed = async (args: SessionsArgs) => {
    const [writes, readsAtWrite]: [string[], number[]] = [[], []];
    let reads = 0;
    const refuse = jest.fn<ReturnType<World['run']>, Parameters<World['run']>>();
    const world: World = {
      ...box.world,
      now: () => NOW,
      run: refuse,
      files: {
        ...realFiles,
        readSmall: (path, most) => {
          if (path.endsWith(SUFFIX)) reads++;
          return realFiles.readSmall(path, most);
        },
      },
      out: (piece) => {
        writes.push(piece);
        readsAtWrite.push(reads);
      },
    };
    expect(await run(world, args, context)).toBe(0);
    expect(refuse).not.toHaveBeenCalled();
    expect(reads).toBe(COUNT);
    return { out: writes.join(''), readsAtWrite };
  };

  test.each<[SessionsArgs, (all: Session[]) => Iterable<string>]>([
    [{}, (all) => listing([all], view())],
    [{ quiet: true }, (all) => idListing([all])],
    [{ json: true }, (all) => jsonListing(all.map((each) => sessionRow(each, view())))],
    [{ provider: 'aws' }, (all) => listing([all.filter(({ provider }) => provider === 'aws')], view())],
  ])('%j lists all of them by start, and no program is run', async (args, expected) => {
    expect((await printed(args)).out).toBe(text(expected(sessions)));
  });

  test('the first rows are written before most files are read, and the others in few writes', async () => {
    const { readsAtWrite } = await printed({});
    expect(readsAtWrite[0]).toBeLessThanOrEqual(32);
    expect(readsAtWrite.length).toBeLessThan(100);
  });
});

test('a full folder of dead sessions is emptied, each session is reported once', async () => {
  const box = sandbox();
  const [alive, dead] = [await livePid(), deadPid()];
  const started = sessionsOf(alive, 1000);
  const gone = started.map((session) => {
    const id = session.id.replace(`-${alive}-`, `-${dead}-`);
    return { ...session, id, pid: dead };
  });
  plant(box, gone);
  const ended = jest.fn();
  expect(await run(box.world, {}, { ...context, ended })).toBe(0);
  expect(box.out()).toBe('\n=== Active AI Sessions ===\n\nNo active sessions.\n');
  expect(box.names()).toEqual([]);
  const reported: { id: string }[] = ended.mock.calls.flatMap(([sessions]) => sessions);
  expect(reported.map(({ id }) => id)).toEqual(gone.map(({ id }) => id));
  await endProcesses();
  removeSandboxes();
});
