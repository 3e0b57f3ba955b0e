import { writeFileSync } from 'node:fs';
import { fakeTool, ownProvider } from '../support/fake-tool.ts';
import { environment, listing } from '../support/run.ts';
import { ai, expectClean, startAi, until } from '../support/run-sandbox.ts';
import { useSandbox } from '../support/sandbox.ts';

const box = useSandbox({ env: { OWN_KEY: 'own-key' } });

const touch = (name: string): void => writeFileSync(box.file(name), '');

/** A configured provider with a token that no variable of the caller holds. */
const gateway = (name: string): object => ({
  type: 'anthropic',
  baseUrl: 'http://127.0.0.1:9',
  token: { command: ['printf', `${name}-token`] },
  models: { opus: `${name}-model` },
});

beforeEach(() => ownProvider(box));

test('two runs at once keep out of each other’s way', async () => {
  fakeTool(box, ['until [ -e "$out/go-$AI_SESSION_PROVIDER" ]; do sleep 0.05; done']);
  ownProvider(box, {}, { other: gateway('other') });
  const first = startAi(box, ['--apikey'], { stdin: 'one' });
  const second = startAi(box, ['--provider', 'other'], { stdin: 'two' });
  await until('two sessions', () => box.sessions().length === 2);
  expect(listing(box)).toContain('Total sessions: 2');
  touch('go-apikey');
  await first.ended;
  await until('one session', () => box.sessions().length === 1);
  expect(box.session()).toMatchObject({ provider: 'other', pid: String(second.pid) });
  touch('go-other');
  await second.ended;
  await expectClean(box);
});

test('a run inside a session inside a run: each has its own provider, and the outer ones stay', async () => {
  const inner = [
    'if [ "$AI_SESSION_PROVIDER" = other ]; then',
    '  ai-sessions --json >"$out/during"; /usr/bin/env -0 >"$out/inner"; echo innermost; exit',
    'fi',
    'bash --noprofile --norc "$out/middle"',
  ];
  fakeTool(box, inner);
  ownProvider(box, {}, { gw: gateway('gw'), other: gateway('other') });
  writeFileSync(
    box.file('middle'),
    [
      'eval "$(ai env --provider gw 2>/dev/null)"',
      'echo "session=$AI_SESSION_PROVIDER"',
      'echo question | ai --provider other',
      'echo "still=$AI_SESSION_PROVIDER"',
      'ai_off',
      'echo "then=$AI_SESSION_PROVIDER"',
    ].join('\n'),
  );
  const { stdout, status } = await ai(box, ['--apikey'], { stdin: 'question' });
  expect(stdout).toBe('session=gw\ninnermost\nstill=gw\nthen=apikey\ndone\n');
  expect(status).toBe(0);
  expect(box.read('during').match(/"provider": ?"\w+"/g)).toHaveLength(3);
  expect(environment(box, 'inner')).toMatchObject({
    ANTHROPIC_MODEL: 'other-model',
    ANTHROPIC_AUTH_TOKEN: 'other-token',
  });
  expect(environment(box, 'inner')).not.toHaveProperty('ANTHROPIC_API_KEY');
  await expectClean(box);
});
