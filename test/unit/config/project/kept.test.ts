import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { effectiveConfig } from '../../../../src/config/effective.ts';
import { run } from '../../../../src/config/project/command.ts';
import { falsifyKept, keptFiles } from '../../../support/kept.ts';
import { BUILTIN, failure, removeHomes } from '../home.ts';
import { homeWith } from '../kept-home.ts';

afterEach(removeHomes);

const OWN = `
profiles: { work: { provider: mygw } }
providers: { mygw: { type: anthropic, baseUrl: "https://gw.example", token: { env: GW } } }
`;

const REFINES = 'providers: { mygw: { baseUrl: "https://other.example" } }\n';

/** A project below nobody's home, and the user's configuration. */
const projectWith = (text: string) => {
  const home = homeWith(OWN);
  const file = join(home.work, '.ai-runnerrc');
  writeFileSync(file, text, { mode: 0o644 });
  const load = () => effectiveConfig(home.world, BUILTIN);
  const trust = () => run(home.world, { action: 'trust', file: undefined, json: false }, BUILTIN);
  return { ...home, project: file, load, trust };
};

const gateway = ({ config }: Awaited<ReturnType<typeof effectiveConfig>>) => config.providers.mygw;

test('what a project chooses is the same again', async () => {
  const { path, load } = projectWith('defaults: { profile: work, tier: opus }\n');
  const first = await load();
  expect(keptFiles(path)).toHaveLength(2);
  expect(await load()).toStrictEqual(first);
  falsifyKept(path, 'opus', 'haiku');
  expect((await load()).config.project?.selection.tier).toBe('haiku');
});

test('names that the user took away are missed', async () => {
  const { file, load } = projectWith('defaults: { provider: mygw }\n');
  await load();
  writeFileSync(file, 'defaults: { tier: opus }\n');
  for (const _round of [1, 2])
    expect(await failure(load)).toMatchObject({
      message: expect.stringContaining('there is no provider "mygw"') as string,
    });
});

test('what needs trust needs it each time, and again when the text changes', async () => {
  const { load, trust, project } = projectWith(REFINES);
  for (const _round of [1, 2]) await expect(load()).rejects.toThrow('is not trusted');
  await trust();
  for (const _round of [1, 2]) {
    expect(gateway(await load())).toMatchObject({ baseUrl: 'https://other.example', token: { env: 'GW' } });
  }
  writeFileSync(project, REFINES.replace('other', 'third'));
  await expect(load()).rejects.toThrow('is not trusted');
});

test('a file that others can change by now needs trust for a choice', async () => {
  const { load, project } = projectWith('defaults: { tier: opus }\n');
  await load();
  chmodSync(project, 0o666);
  for (const _round of [1, 2]) await expect(load()).rejects.toThrow('other users can change the file');
});
