import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Completing, completing, warm, withInit } from '../support/completion.ts';
import { until } from '../support/run-sandbox.ts';
import { AWS_KEYS, type Sandbox, sandbox } from '../support/sandbox.ts';
import { SHELLS } from '../support/shells.ts';

const CONFIG = [
  'profiles: { work: { provider: aws, tier: opus }, play: { provider: pro } }',
  'providers:',
  '  aws: { models: { opus: "us.anthropic.opus-v1:0", haiku: "us.anthropic.haiku-v1:0" } }',
  '  mygw:',
  '    type: anthropic',
  '    title: My gateway',
  '    baseUrl: https://gw.example/anthropic',
  '    token: { env: GW_TOKEN }',
  `    models: { opus: "odd $(touch pwned)'\\"x" }`,
].join('\n');

const SCRIPT = '---\nvars: { topic: cats, draft: false }\n---\nAbout {{topic}} {{draft}}\n';

const plantFiles = (box: Sandbox): void => {
  for (const folder of ['sub', 'a folder']) mkdirSync(join(box.work, folder));
  for (const name of [
    "it's one.md",
    '~$x`y`.md',
    'two $(touch pwned).md',
    'plain.txt',
    'aa.prompt',
    'sub/deep.md',
  ])
    writeFileSync(join(box.work, name), 'text\n');
  writeFileSync(join(box.work, 'script.md'), SCRIPT);
  writeFileSync(join(box.work, 'runme'), '#!/usr/bin/env -S ai --aws\ntext\n', { mode: 0o755 });
  writeFileSync(join(box.work, 'other'), '#!/bin/sh\ntrue\n', { mode: 0o755 });
};

describe.each(SHELLS)('$name: TAB', (shell) => {
  let box: Sandbox;
  let keys: Completing;

  beforeAll(async () => {
    box = sandbox({
      env: { ...AWS_KEYS, GW_TOKEN: 't', OLLAMA_HOST: '127.0.0.1:9', LMSTUDIO_HOST: '127.0.0.1:9' },
    });
    box.plant('.ai-runnerrc', CONFIG);
    plantFiles(box);
    keys = await completing(shell, box);
  });

  afterEach(() => expect(existsSync(join(box.work, 'pwned'))).toBe(false));
  afterAll(() => {
    keys.terminal.close();
    box.remove();
  });

  test('offers the commands, and the prompt files beside them', async () => {
    const shown = await keys.tab('ai ');
    for (const name of [
      'use',
      'off',
      'env',
      'sessions',
      'config',
      'completion',
      'script.md',
      'runme',
      'aa.prompt',
    ])
      expect(shown).toMatch(new RegExp(`(^|\\s)${name}\\*?\\s`));
    expect(shown).not.toMatch(/plain\.txt|other|supervise/);
  });

  test.each([
    ['a command', 'ai compl', /ai completion /],
    ['a flag', 'ai --eff', /--effort /],
    ['a flag by its second name', 'ai --bes', /--best /],
    ['a flag of a command', 'ai env --dry', /--dry-run /],
    ['a flag of ai-sessions', 'ai-sessions --lo', /--long /],
    ['a flag of ai-status', 'ai-status --js', /--json /],
    ['the word of a command', 'ai config val', /config validate /],
    ['a shell', 'ai init fi', /init fish /],
    ['a choice', 'ai --effort ma', /--effort max/],
    ['a choice behind =', 'ai --effort=ma', /--effort=max/],
    ['a provider', 'ai --provider my', /--provider mygw/],
    ['a built-in provider of ai-sessions', 'ai-sessions --provider oll', /--provider ollama/],
    ['a further provider of a list', 'ai --fallback aws,my', /--fallback aws,mygw/],
    ['a profile', 'ai use --profile wo', /--profile work/],
    ['a profile behind =', 'ai --profile=wo', /--profile=work/],
    ['a variable of the script', 'ai script.md --top', /--topic /],
    ['a switch of the script', 'ai --aws script.md --dr', /--draft /],
  ])('completes %s: %s', async (_title, line, completed) => {
    if (/script\.md/.test(line)) warm(box, 'script', join(box.work, 'script.md'));
    if (/provider|fallback/.test(line)) warm(box, 'provider');
    if (/profile/.test(line)) warm(box, 'profile');
    expect(await keys.tab(line)).toMatch(completed);
  });

  test.each([
    [
      'a second provider',
      'ai --aws --',
      ['--opus', '--profile'],
      ['--aws ', '--vertex', '--ollama', '--provider'],
    ],
    ['a second tier or a model', 'ai use --best --', ['--aws'], ['--fable', '--opus', '--haiku', '--model']],
    ['a second tool', 'ai --tool codex --', ['--aws'], ['--cc', '--codex', '--tool ']],
    ['a second permission', 'ai --skip --', ['--live'], ['--bypass', '--auto', '--skip']],
    ['the provider of --provider=', 'ai --provider=aws --', ['--opus'], ['--vertex', '--provider ']],
    ['what contradicts --unset', 'ai env --unset --', ['--shell', '--quiet'], ['--aws', '--json', '--model']],
    ['what contradicts --json', 'ai-sessions --json --', ['--long', '--all'], ['--quiet', '--watch']],
  ])('no longer offers %s: %s', async (_title, line, offered, gone) => {
    const shown = await keys.offers(line);
    for (const flag of offered) expect(shown).toContain(flag);
    for (const flag of gone) expect(shown).not.toContain(flag);
  });

  test('offers the help alone behind ai off', async () => {
    const offered = (await keys.offers('ai off ')).split(' ').filter((word) => word.startsWith('-'));
    expect(new Set(offered)).toEqual(new Set(['--help']));
  });

  test('offers nothing where nothing fits', async () => {
    for (const line of ['ai --nope=', 'ai --effort q', 'ai env --shell sql'])
      expect((await keys.offers(line)).split(' ').filter((word) => !line.includes(word))).toEqual([]);
  });

  test.each([
    ['a file with blanks and a quote', "it's one.md", 'it'],
    ['the same in double quotes', "it's one.md", '"it'],
    ['the same behind a quote that was typed', "it's one.md", "it\\'"],
    ['a file behind a blank that was typed', 'two $(touch pwned).md', 'two\\ '],
    ['a file behind a sign that was typed', 'two $(touch pwned).md', 'two\\ \\$'],
    ['a file behind a sign in double quotes', 'two $(touch pwned).md', '"two \\$'],
    ['a file whose name begins with a sign', '~$x`y`.md', '\\~'],
    ['a file whose name looks like a command', 'two $(touch pwned).md', 'tw'],
    ['the same in double quotes', 'two $(touch pwned).md', '"tw'],
    ['the same in single quotes', 'two $(touch pwned).md', "'tw"],
    ['a file behind a folder', 'sub/deep.md', 'sub/'],
    ['a file behind the rest of the line', "it's one.md", '--aws --opus it'],
    ['any file behind --', 'plain.txt', '--aws -- pl'],
    ['a model with a colon', 'us.anthropic.opus-v1:0', '--aws --model us.anthropic.o'],
    [
      'the part of a model behind the colon',
      'us.anthropic.haiku-v1:0',
      '--aws --model us.anthropic.haiku-v1:',
    ],
    ['a model in quotes', 'us.anthropic.haiku-v1:0', '--aws --model "us.anthropic.h'],
    ['a model that looks like a command', `odd $(touch pwned)'"x`, '--provider mygw --model od'],
  ])('%s reaches the program as it is', async (_title, word, typed) => {
    if (typed.includes('--model')) warm(box, 'model', typed.includes('mygw') ? 'mygw' : 'aws');
    const { words } = await keys.run(typed);
    expect(words.at(-1)).toBe(word);
  });

  test('a model behind = reaches the program as it is', async () => {
    warm(box, 'model', 'aws');
    const { words } = await keys.run('--aws --model=us.anthropic.haiku-v1:');
    expect(words).toEqual(['--aws', '--model=us.anthropic.haiku-v1:0']);
  });

  test('a file in the home folder keeps its ~', async () => {
    box.plant('notes here.md', 'text\n');
    const { words, shown } = await keys.run('~/not');
    expect(words).toEqual([`${box.home}/notes here.md`]);
    expect(shown).toContain('~/notes');
  });

  test('models of the provider that was chosen, others not', async () => {
    warm(box, 'model', 'aws');
    const shown = await keys.tab('ai --aws --model us.anthropic.');
    expect(shown).toMatch(/opus-v1:0/);
    expect(shown).not.toContain('odd');
  });
});

describe.each(SHELLS)('$name: TAB without node', (shell) => {
  let box: Sandbox;
  let keys: Completing;

  beforeEach(async () => {
    box = sandbox();
    plantFiles(box);
    box.plant('first/node', `#!/bin/sh\necho "$@" >> '${box.file('calls')}'\nexit 9\n`, 0o755);
    const first = shell.export('PATH', `${box.home}/first:${box.env.PATH}`);
    keys = await completing(shell, box, [first, ...withInit(shell)]);
  });

  afterEach(() => {
    keys.terminal.close();
    box.remove();
  });

  const calls = (): string => (existsSync(box.file('calls')) ? readFileSync(box.file('calls'), 'utf8') : '');

  test('commands, flags, choices and files need none', async () => {
    expect(await keys.tab('ai ')).toContain('script.md');
    expect(await keys.tab('ai --aws --')).toContain('--opus');
    expect(await keys.tab('ai --effort ')).toContain('medium');
    expect(await keys.tab('ai --effort=')).toContain('medium');
    expect(await keys.tab('ai-sessions --')).toContain('--long');
    expect((await keys.run('it')).words).toEqual(["it's one.md"]);
    expect(calls()).toBe('');
  });

  test('values that need one are left out in silence', async () => {
    expect(await keys.offers('ai --model ')).toBe('');
    expect(await keys.tab('ai script.md --to')).toMatch(/--tool/);
    await until('node is asked', () => calls().includes('completion values model'));
  });
});
