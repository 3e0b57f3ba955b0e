import { CONFIG, planOf } from './machine.ts';

test.each([
  ['ANTHROPIC_BASE_URL', 'is decided by the provider'],
  ['CLAUDE_CODE_USE_VERTEX', 'is decided by the provider'],
  ['CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST', 'is decided by the provider'],
  ['CLOUD_ML_REGION', 'is decided by the provider'],
  ['GW_TOKEN', 'is decided by the provider'],
  ['AI_SESSION_ID', 'is reserved'],
  ['__ai_saved', 'is reserved'],
  ['A-B', 'is not a valid name'],
  ['1A', 'is not a valid name'],
  ['', 'is not a valid name'],
])('the configuration may not set %j', (name, reason) => {
  const profiles = { p: { provider: 'pro', env: { [name]: '1' } } };
  expect(() => planOf({ profile: 'p' }, { ...CONFIG, profiles })).toThrow(
    expect.objectContaining({
      code: 1,
      message: expect.stringContaining(`${JSON.stringify(name)} ${reason}`),
    }),
  );
});

test('a NUL byte in a value is refused', () => {
  expect(() => planOf({ provider: 'pro' }, { providers: { pro: { env: { A: 'a\0b' } } } })).toThrow('NUL');
});

test('the configuration may tune the tool to a model, and set what nobody manages', () => {
  const env = {
    CLAUDE_CODE_MAX_CONTEXT_TOKENS: '65536',
    CLAUDE_CODE_USE_POWERSHELL_TOOL: '1',
    HTTPS_PROXY: 'http://p',
  };
  const { patch } = planOf({ provider: 'ollama' }, { providers: { ollama: { env } } });
  for (const [name, value] of Object.entries(env))
    expect(patch.get(name)).toEqual({ kind: 'text', text: value });
});
