import { fakeTool, inWork } from '../support/fake-tool.ts';
import { startJsonEndpoint } from '../support/json-endpoint.ts';
import { ai, expectClean } from '../support/run-sandbox.ts';
import { useSandbox } from '../support/sandbox.ts';

/** As clap lays it out; Claude Code has no `-i`, and Codex no `--resume`. */
const HELP = '  -i, --image <FILE>...\n          Images\n  -m, --model <MODEL>\n          Model\n';

const box = useSandbox({ env: { OWN_KEY: 'own-key', OPENAI_API_KEY: 'own-key' } });

/** A Codex that fails as when the provider is busy, unless it works with the model `local`. */
const fakeCodex = (): void =>
  box.program(
    'codex',
    [
      '#!/bin/sh',
      `case "\${1-} \${2-}" in *--help*) printf 'Options:\\n${HELP.replaceAll('\n', '\\n')}'; exit ;; esac`,
      `printf '%s\\n' "$@" >'${box.file('codex')}'`,
      `case "$*" in`,
      `  *local*) echo '{"type":"item.completed","item":{"type":"agent_message","text":"PONG"}}'`,
      `    echo '{"type":"turn.completed","usage":{}}' ;;`,
      `  *) echo '{"type":"turn.failed","error":{"message":"unexpected status 429"}}'; exit 1 ;;`,
      'esac',
      '',
    ].join('\n'),
  );

const configure = (defaults: object): void => {
  const apiKey = { env: 'OWN_KEY' };
  const config = {
    defaults,
    providers: { apikey: { apiKey } },
    profiles: {
      cx: { tool: 'codex', provider: 'ollama', model: 'local' },
      cl: { tool: 'cc', provider: 'ollama', model: 'local' },
      busy: { tool: 'codex', provider: 'apikey' },
    },
  };
  box.plant('.ai-runnerrc', JSON.stringify(config));
};

const IMAGE = ['-i', 'a.png'];
const RESUME = ['--resume', 'abc'];
const SHEBANG = '#!/usr/bin/env -S ai --profile';

/** [defaults, words, the prompt file, the tool that starts with the words] */
const CASES: [string, object, string[], string, 'claude' | 'codex', string[]][] = [
  ['a flag', { tool: 'cc' }, ['--profile', 'cx', ...IMAGE], 'hi', 'codex', IMAGE],
  ['a flag behind', { tool: 'cc' }, [...IMAGE, '--profile=cx'], 'hi', 'codex', IMAGE],
  ['a flag, the other way', { tool: 'codex' }, ['--profile', 'cl', ...RESUME], 'hi', 'claude', RESUME],
  ['a tool beside it', { tool: 'cc' }, ['--profile', 'cx', '--cc', ...RESUME], 'hi', 'claude', RESUME],
  ['the first line', { tool: 'cc' }, IMAGE, `${SHEBANG} cx\nhi`, 'codex', IMAGE],
  ['a flag over the first line', {}, ['--profile', 'cl', ...RESUME], `${SHEBANG} cx\nhi`, 'claude', RESUME],
  ['flags in the first line', {}, [], `${SHEBANG} cx -i a.png\nhi`, 'codex', IMAGE],
  [
    'a flag, for the first line',
    {},
    ['--profile', 'cx'],
    '#!/usr/bin/env -S ai -i a.png\nhi',
    'codex',
    IMAGE,
  ],
  ['the front matter', { tool: 'cc' }, IMAGE, '---\nprofile: cx\n---\nhi', 'codex', IMAGE],
  ['the defaults', { profile: 'cx' }, IMAGE, 'hi', 'codex', IMAGE],
  ['the defaults, for another provider', { profile: 'cx' }, ['--apikey', ...RESUME], 'hi', 'claude', RESUME],
];

beforeEach(() => {
  fakeTool(box);
  fakeCodex();
});

describe.each(CASES)('a profile in %s', (_where, defaults, words, text, tool, passed) => {
  const ours = (): string[] =>
    box
      .read(tool === 'codex' ? 'codex' : 'args')
      .split('\n')
      .slice(0, -1);

  beforeEach(() => configure(defaults));
  afterEach(() => expectClean(box));

  test('decides whose flags the words are', async () => {
    const { stderr } = await ai(box, [...words, inWork(box, 'task.md', text)]);
    expect(stderr).not.toContain('unknown flag');
    expect(ours().slice(-passed.length)).toEqual(passed);
  });
});

test.each([
  ['Claude Code’s', ['--profile', 'cx', ...RESUME], { tool: 'cc' }],
  ['Codex’s', ['--profile', 'cl', ...IMAGE], { tool: 'codex' }],
])('%s flags are refused where the profile has another tool start', async (_whose, words, defaults) => {
  configure(defaults);
  const { status, stderr } = await ai(box, [...words, inWork(box, 'task.md', 'hi')]);
  expect([status, stderr]).toEqual([2, expect.stringContaining(`unknown flag ${words[2]}`)]);
});

test('an unknown profile is named, not the flags behind it', async () => {
  configure({});
  const { status, stderr } = await ai(box, ['--profile', 'cy', ...IMAGE]);
  expect([status, stderr]).toEqual([2, expect.stringContaining('unknown profile "cy"')]);
});

test('a provider to go on with gets the tool of the profile', async () => {
  configure({ profile: 'busy' });
  const server = await startJsonEndpoint({ models: [{ name: 'local' }] });
  const words = ['--fallback', 'ollama', ...IMAGE, inWork(box, 'task.md', 'hi')];
  const end = await ai(box, words, { env: { OLLAMA_HOST: server.url } });
  await server.close();
  expect(end.stderr).toContain('going on with Ollama');
  expect(end).toMatchObject({ status: 0, stdout: 'PONG\n' });
});
