import type { SecretRef } from '../../../src/plan/env-patch.ts';
import { resolveSecret } from '../../../src/secrets/resolve.ts';
import type { CommandResult } from '../../../src/world.ts';
import { failure, makeHome, removeHomes } from '../config/home.ts';

afterEach(removeHomes);

const withAccount: SecretRef & { account: string } = { keychain: 'gw', account: 'me' };

const machine = (platform: NodeJS.Platform, result: Partial<CommandResult>) => {
  const calls: (readonly string[])[] = [];
  const home = makeHome({
    platform,
    run: (argv) => {
      calls.push(argv);
      return { status: 0, stdout: '', stderr: '', ...result };
    },
  });
  return { world: home.world, calls };
};

test.each([
  ['darwin', { keychain: 'gw' }, 'security find-generic-password -s gw -w'],
  ['darwin', withAccount, 'security find-generic-password -s gw -a me -w'],
  ['linux', { keychain: 'gw' }, 'secret-tool lookup service gw'],
  ['linux', withAccount, 'secret-tool lookup service gw account me'],
] as const)('on %s, %j is asked for with: %s', (platform, ref, command) => {
  const { world, calls } = machine(platform, { stdout: 'sk-1\n' });
  expect(resolveSecret(world, ref)).toBe('sk-1');
  expect(calls).toEqual([command.split(' ')]);
});

const missing = { status: null, error: Object.assign(new Error('gone'), { code: 'ENOENT' }) };

test.each([
  ['darwin', missing, 'The keychain program security was not found', 'lies in /usr/bin'],
  ['linux', missing, 'The keychain program secret-tool was not found', 'libsecret-tools'],
  [
    'darwin',
    { status: 44 },
    'The keychain program security failed with status 44',
    'security add-generic-password',
  ],
  ['linux', { status: 1 }, 'The keychain program secret-tool failed with status 1', 'secret-tool store'],
  ['linux', { stdout: '\n' }, 'The keychain program secret-tool printed nothing', 'unlocked'],
  ['freebsd', {}, 'No keychain is known on freebsd', '{env: …}'],
] as const)('on %s, %j is told with its remedy', async (platform, result, message, remedy) => {
  const { world } = machine(platform, result);
  const told = await failure(() => resolveSecret(world, { keychain: 'gw' }));
  expect(told.message).toBe(message);
  expect(told.hint).toContain(remedy);
});
