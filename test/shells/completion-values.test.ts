import {
  chmodSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Finished, runProgram } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';

describe('ai completion values', () => {
  const box = useSandbox({ env: { ...AWS_KEYS, OLLAMA_HOST: '127.0.0.1:9', LMSTUDIO_HOST: '127.0.0.1:9' } });

  const ask = (...words: readonly string[]): Finished =>
    runProgram(box, ['ai', 'completion', 'values', ...words]);

  /** The answer, once node had the time for it; none of these questions has an empty one. */
  const answer = (...words: readonly string[]): string[] => {
    for (let round = 0; round < 100; round += 1) {
      const { stdout, stderr, status } = ask(...words);
      expect([status, stderr]).toEqual([0, '']);
      if (stdout !== '') return stdout.trimEnd().split('\n');
    }
    throw new Error(`no answer to ${words.join(' ')}`);
  };

  const cache = (kind: string): string => join(box.home, '.ai-runner/cache/completion', kind);
  const configure = (text: string): string => box.plant('.ai-runnerrc', text);
  const countNode = (): void =>
    void box.plant(
      'first/node',
      `#!/bin/sh\necho call >> '${box.file('calls')}'\nexec '${process.execPath}' "$@"\n`,
      0o755,
    );
  const counted = (...words: readonly string[]): Finished =>
    runProgram(box, ['ai', 'completion', 'values', ...words], {
      env: { PATH: `${box.home}/first:${box.env.PATH}` },
    });
  const calls = (): number => (existsSync(box.file('calls')) ? box.read('calls').split('\n').length - 1 : 0);

  test('profiles, with what they choose', () => {
    configure(
      'profiles: { work: { provider: aws, tier: opus }, play: { tool: codex, provider: apikey, model: m } }',
    );
    expect(answer('profile')).toEqual(['work\taws opus', 'play\tcodex apikey m']);
  });

  test('AWS profiles, with their regions', () => {
    box.plant('.aws/config', '[default]\nregion = eu-west-1\n[profile work]\nregion = us-west-2\n');
    box.plant('.aws/credentials', '[old]\naws_access_key_id = a\n');
    expect(answer('aws-profile')).toEqual(['default\teu-west-1', 'work\tus-west-2', 'old']);
  });

  test('the ids of live sessions', () => {
    const lines = [
      'eval "$(ai env --aws --opus)"',
      'for i in 1 2 3 4 5 6 7 8 9; do ai completion values session; done',
    ];
    const { stdout } = runProgram(box, ['bash', '-c', lines.join('\n')]);
    expect(stdout).toMatch(/^cc-aws-\d+-\d+\tAWS Bedrock us\.anthropic\.claude-opus-5-5$/m);
  });

  test('the keys of the configuration, secrets masked', () => {
    configure('defaults: { provider: aws }\nproviders: { vercel: { token: literal-token-value } }\n');
    const lines = answer('config-key');
    expect(lines).toEqual(expect.arrayContaining(['defaults.provider\taws', 'providers.vercel\tsection']));
    expect(lines.join()).not.toContain('literal-token');
  });

  test('configured providers', () => {
    configure(
      'providers: { mygw: { type: anthropic, title: My gateway, baseUrl: "https://gw.example", token: { env: T } } }',
    );
    expect(answer('provider')).toEqual(['mygw\tMy gateway']);
  });

  test('the models of a provider: pinned ones by tier, configured ones first', () => {
    configure('providers: { aws: { models: { opus: "own:1" }, smallModel: little } }');
    const models = answer('model', 'aws').map((line) => line.split('\t'));
    expect(models).toEqual(
      expect.arrayContaining([
        ['own:1', 'AWS Bedrock, opus'],
        ['little', 'AWS Bedrock, small and fast'],
        [expect.stringMatching(/anthropic\.claude-haiku/), 'AWS Bedrock, haiku'],
      ]),
    );
  });

  test('a provider that is not ready has its models too, those of the configuration first', () => {
    configure('providers: { azure: { models: { opus: my-deployment } } }');
    const [first, ...others] = answer('model', 'azure');
    expect(first).toBe('my-deployment\tMicrosoft Foundry, opus');
    expect(others.map((line) => line.split('\t')[1])).toEqual([
      'Microsoft Foundry, fable',
      'Microsoft Foundry, sonnet',
      'Microsoft Foundry, haiku',
    ]);
  });

  test('without a provider: the models of the default one', () => {
    configure('defaults: { provider: vercel }\nproviders: { vercel: { models: { opus: only-mine } } }');
    expect(answer('model')[0]).toMatch(/^only-mine\t/);
  });

  test('the flags of a script', () => {
    writeFileSync(
      join(box.work, 'a script.md'),
      '---\nvars: { my_topic: { default: cats, description: "What it is\\n about" }, draft: false, must: }\n---\n{{my_topic}}{{draft}}{{must}}',
    );
    const flags = ['--my-topic=\tWhat it is about', '--draft\tdefault: false', '--must=\tneeds a value'];
    expect(answer('script', 'a script.md')).toEqual(flags);
  });

  test('a second question is answered from the cache, without node', () => {
    configure('profiles: { work: { provider: aws } }');
    countNode();
    answer('profile');
    expect(counted('profile').stdout).toBe('work\taws\n');
    expect(calls()).toBe(0);
  });

  test.each([
    ['the configuration has changed', () => configure('profiles: { other: { provider: aws } }')],
    [
      'the answer is older than a minute',
      () => {
        configure('profiles: { other: { provider: aws } }');
        for (const path of [cache('profile'), join(box.home, '.ai-runnerrc')]) utimesSync(path, 1e9, 1e9);
      },
    ],
  ])('node is asked again when %s', (_title, change) => {
    configure('profiles: { work: { provider: aws } }');
    answer('profile');
    change();
    for (let round = 0; round < 100 && ask('profile').stdout !== 'other\taws\n'; round += 1);
    expect(ask('profile').stdout).toBe('other\taws\n');
  });

  test.each([
    ['another provider', ['model', 'aws'], ['model', 'pro'], {}],
    ['another region', ['model', 'aws'], ['model', 'aws'], { AWS_REGION: 'eu-west-1' }],
  ])('the answer to %s is another one', (_title, first, second, env) => {
    const before = answer(...first);
    let after = '';
    for (let round = 0; round < 100 && after === ''; round += 1)
      after = runProgram(box, ['ai', 'completion', 'values', ...second], { env }).stdout;
    expect(after.trimEnd().split('\n')).not.toEqual(before);
    expect(after).not.toBe('');
  });

  test('the cache is for its owner alone', () => {
    configure('profiles: { work: { provider: aws } }');
    answer('profile');
    expect(statSync(cache('profile')).mode & 0o777).toBe(0o600);
    expect(statSync(join(cache('profile'), '..')).mode & 0o777).toBe(0o700);
  });

  test('a link in place of the cache is not followed', () => {
    configure('profiles: { work: { provider: aws } }');
    answer('profile');
    const text = readFileSync(cache('profile'), 'utf8').replace('work', 'forged');
    writeFileSync(box.file('forged'), text);
    rmSync(cache('profile'));
    symlinkSync(box.file('forged'), cache('profile'));
    for (let round = 0; round < 100 && ask('profile').stdout !== 'work\taws\n'; round += 1);
    expect(ask('profile').stdout).toBe('work\taws\n');
    expect(readFileSync(box.file('forged'), 'utf8')).toBe(text);
  });

  test.each([
    ['nothing', []],
    ['an unknown kind', ['nope']],
    ['a path for a kind', ['../../etc/passwd']],
    ['a provider that does not exist', ['model', 'nope']],
    ['a file that does not exist', ['script', 'nope.md']],
    ['a folder', ['script', '/']],
    ['a name with a newline', ['script', 'a\nb']],
  ])('%s: no candidates, no message, status 0', (_title, words) => {
    expect(ask(...words)).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  test.each([
    ['a broken configuration', () => void configure('profiles: [\n')],
    ['a home that cannot be written to', () => chmodSync(box.home, 0o500)],
    ['no home', () => undefined],
  ])('%s: no message, status 0', (title, prepare) => {
    prepare();
    const env = title === 'no home' ? { HOME: undefined } : {};
    const result = runProgram(box, ['ai', 'completion', 'values', 'model', 'aws'], { env });
    expect(result).toMatchObject({ status: 0, stderr: '' });
    chmodSync(box.home, 0o700);
  });

  test('a node that hangs is not waited for; what it had said before is shown again', () => {
    configure('profiles: { work: { provider: aws } }');
    answer('profile');
    utimesSync(cache('profile'), 1e9, 1e9);
    box.plant(
      'first/node',
      `#!/bin/sh\necho "$$" > '${box.file('new')}'; mv '${box.file('new')}' '${box.file('pid')}'\nexec sleep 1000\n`,
      0o755,
    );
    const result = counted('profile');
    for (let round = 0; round < 1000 && !existsSync(box.file('pid')); round += 1) ask('nothing');
    process.kill(Number(box.read('pid')));
    expect(result).toMatchObject({ status: 0, stdout: 'work\taws\n', stderr: '' });
  });

  test('no secret is resolved, and no program of the configuration is run', () => {
    configure(
      `providers: { apikey: { apiKey: { command: [touch, ${box.file('ran')}] }, hooks: { start: [[touch, ${box.file('ran')}]] } } }`,
    );
    answer('model', 'apikey');
    expect(existsSync(box.file('ran'))).toBe(false);
  });

  test('without a configuration there are no profiles, and node is not asked', () => {
    countNode();
    expect(counted('profile')).toMatchObject({ status: 0, stdout: '' });
    expect(calls()).toBe(0);
  });
});

describe('ai completion', () => {
  const box = useSandbox();

  test.each(['bash', 'zsh', 'fish'])('%s: prints the file without node', (shell) => {
    box.plant('first/node', '#!/bin/sh\nexit 99\n', 0o755);
    const env = { PATH: `${box.home}/first:${box.env.PATH}` };
    const result = runProgram(box, ['ai', 'completion', shell], { env });
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(result.stdout).toContain('__ai_complete');
  });

  test.each([
    [[], /^ai: "ai completion" needs a shell\n/],
    [['tcsh'], /^ai: .*tcsh/],
    [['../../etc/passwd'], /^ai: /],
    [['bash', 'zsh'], /^ai: unexpected words/],
    [['bash', '--nope'], /^ai: unknown flag --nope\n/],
  ])('%j is refused', (words, message) => {
    const result = runProgram(box, ['ai', 'completion', ...words]);
    expect(result).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(message) });
  });

  test('--help is the help, with the shells', () => {
    const result = runProgram(box, ['ai', 'completion', '--help']);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(result.stdout).toContain('ai completion bash|zsh|fish');
  });
});
