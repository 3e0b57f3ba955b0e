import { choose } from '../../../src/plan/choose.ts';
import { resolve } from '../../../src/plan/resolve.ts';
import { runStartHooks } from '../../../src/start/hooks.ts';
import type { Env } from '../../../src/world.ts';
import { removeSandboxes, sandbox } from '../sessions/world.ts';

afterEach(removeSandboxes);

const CONFIG = {
  defaults: {},
  profiles: {},
  providers: { ollama: { hooks: { start: [['prepare', 'it']] } } },
};

test('a start hook sees the session, and no credential of another provider', () => {
  const seen: Env[] = [];
  const env = { HOME: '/home/u', ANTHROPIC_API_KEY: 'sk-ant-of-another', OPENAI_API_KEY: 'sk-of-another' };
  const { world } = sandbox({
    env,
    run: (_, options) => {
      seen.push(options.env);
      return { status: 0, stdout: '', stderr: '' };
    },
  });
  const plan = resolve(choose({ provider: 'ollama', model: 'm' }, CONFIG), {
    env,
    home: '/home/u',
    facts: {},
  });
  runStartHooks(world, plan);
  expect(seen).toEqual([
    expect.objectContaining({ HOME: '/home/u', ANTHROPIC_MODEL: 'm', AI_SESSION_PROVIDER: 'ollama' }),
  ]);
  expect(JSON.stringify(seen)).not.toContain('of-another');
});
