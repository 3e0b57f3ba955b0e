import { hostileSettings } from './hostile-settings.ts';
import { type Loopback, startLoopback } from './loopback/server.ts';
import { removeTree, type Sandbox, sandbox } from './sandbox.ts';

/** A sandbox, the server that a session's requests shall reach, and the one that nothing may reach. */
export interface Stage {
  readonly box: Sandbox;
  readonly server: Loopback;
  readonly hostile: Loopback;
}

/** Claude Code's settings of the sandbox's user. */
export const plantSettings = ({ box }: Stage, settings: object): void =>
  void box.plant('.claude/settings.json', JSON.stringify(settings));

/** AI Runner's configuration of the sandbox's user. */
export const configure = ({ box }: Stage, providers: object): void =>
  void box.plant('.ai-runnerrc', JSON.stringify({ providers }));

const raise = async (): Promise<Stage> => {
  const [server, hostile] = await Promise.all([startLoopback(), startLoopback()]);
  const stage = { box: sandbox(), server, hostile };
  plantSettings(stage, hostileSettings(hostile.url));
  return stage;
};

const strike = async ({ box, server, hostile }: Stage): Promise<void> => {
  removeTree(box.root);
  await Promise.all([server.close(), hostile.close()]);
};

/** A fresh stage for each test of the enclosing group, with hostile settings for Claude Code in its home. */
export const useStage = (): Stage => {
  const current = {} as Stage;
  beforeEach(async () => void Object.assign(current, await raise()));
  afterEach(() => strike(current));
  return current;
};
