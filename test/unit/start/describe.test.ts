import { choose } from '../../../src/plan/choose.ts';
import { resolve } from '../../../src/plan/resolve.ts';
import { headline, planAsText } from '../../../src/start/describe.ts';

const CONFIG = { defaults: { provider: 'apikey' }, profiles: {}, providers: {} };
const ENV = { ANTHROPIC_API_KEY: 'sk-ant-0123456789abcdef', ANTHROPIC_BASE_URL: 'https://elsewhere.example' };

const plan = (provider?: string) =>
  resolve(choose(provider === undefined ? {} : { provider }, CONFIG), {
    env: ENV,
    home: '/home/u',
    facts: {},
  });

test('a default is named where it decides', () => {
  expect(headline(plan())).toMatch(
    /Anthropic API · claude-opus-5-5 · API key · paid by: api · your default$/,
  );
  expect(headline(plan('apikey'))).not.toContain('your default');
});

test('what would change is told without the key', () => {
  const text = planAsText(plan(), ENV);
  expect(text).toContain('  - ANTHROPIC_BASE_URL\n');
  expect(text).toContain('  ~ ANTHROPIC_API_KEY=from $ANTHROPIC_API_KEY (…cdef)\n');
  expect(text).not.toContain('0123456789');
});
