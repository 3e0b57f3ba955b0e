import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { run } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { SHELLS } from '../support/shells.ts';

/** No process has this pid. */
const ID = 'cc-x-0-2';

/** Provider, model, lines of the session file, and the segment without colour. */
const SEGMENTS = [
  ['aws', 'us.anthropic.claude-opus-5-5', ['payer=cloud'], '[aws opus-5-5 ^] '],
  ['pro', undefined, ['payer=subscription'], '[pro =] '],
  ['apikey', 'claude-fable-5-2', ['teams=1', 'payer=api'], '[apikey fable-5-2+ $] '],
  ['ollama', 'qwen3-coder:30b', ['payer=local'], '[ollama qwen3-coder:30b ~] '],
  ['ollama', 'deepseek-v3:671b', ['payer=local'], '[ollama deepseek-v3:671b ~] '],
  ['mygw', 'big', ['payer=whoever'], '[mygw big] '],
  ['mygw', 'big', [], '[mygw big] '],
  ['vertex', 'claude-haiku-5-5@20260101', ['payer=cloud'], '[vertex haiku-5-5 ^] '],
  ['vercel', 'anthropic/claude-opus-5.5', ['payer=api'], '[vercel opus-5.5 $] '],
  ['aws', 'eu.anthropic.claude-sonnet-5-5-20260101-v1:0', ['payer=cloud'], '[aws sonnet-5-5 ^] '],
  [
    'aws',
    'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-opus-5-5',
    ['payer=cloud'],
    '[aws opus-5-5 ^] ',
  ],
  ['x', '$(touch pwned)`id`!%n\\w\\[\x1b[31m', ['payer=local'], '[x __touch pwned__id___n_w____31m ~] '],
] as const;

const COLORS = [
  ['subscription', 32],
  ['api', 33],
  ['cloud', 36],
  ['local', 35],
  ['', 39],
] as const;

describe.each(SHELLS)('$name: the segment', (shell) => {
  const box = useSandbox({ env: AWS_KEYS });
  const load = shell.source(`ai init ${shell.name}`);
  const file = (id = ID) => `.ai-runner/sessions/${id}.info`;
  const record = (lines: readonly string[]) => box.plant(file(), [...lines, ''].join('\n'));
  /** What the prompt would show of it: zsh keeps the escapes of its own prompts in the variable. */
  const look = ['__ai_prompt', shell.name === 'zsh' ? 'print -rP -- "$AI_PROMPT"' : 'echo "$AI_PROMPT"'];
  const shown = (lines: readonly string[], env: Readonly<Record<string, string | undefined>> = {}): string =>
    run(shell, box, [load, ...lines, ...look], { env: { NO_COLOR: '1', ...env } }).stdout.replace(
      /[\x01\x02]/g,
      '',
    );
  const session = (provider: string, model?: string) => ({
    AI_SESSION_ID: ID,
    AI_SESSION_PROVIDER: provider,
    AI_SESSION_MODEL: model,
  });

  test('another user’s session, whose file cannot be seen, is not called gone', () => {
    // Process 1 is root's, and never ours where we are not.
    const env = { ...session('aws', 'opus'), AI_SESSION_ID: 'cc-aws-1-2', NO_COLOR: '1', HOME: '/nowhere' };
    const other = process.getuid?.() === 0 ? { uid: 65534 } : {};
    const command = `ai prompt`;
    chmodSync(box.root, 0o755);
    const { stdout } = run(shell, box, [load, ...look, command], { env, as: 'code', ...other });
    expect(stdout.replace(/[\x01\x02]/g, '')).toBe('[aws opus] \n[aws opus]\n');
  });

  test.each(SEGMENTS)('%s, %j, %j: %j', (provider, model, lines, segment) => {
    record(lines);
    expect(shown([], session(provider, model))).toBe(`${segment}\n`);
  });

  test.each(COLORS)('paid by "%s": colour %d, on terminals that have it', (payer, color) => {
    record([`payer=${payer}`]);
    const colored = shown([], { ...session('p'), NO_COLOR: '' });
    expect(colored).toMatch(new RegExp(`^\x1b\\[${color}m\\[p.*\\]\x1b\\[39m \n$`));
    for (const env of [{ NO_COLOR: '1' }, { NO_COLOR: '', TERM: 'dumb' }, { NO_COLOR: '', TERM: '' }])
      expect(shown([], { ...session('p'), ...env })).not.toContain('\x1b');
  });

  test('without a session: nothing, also when one has ended', () => {
    expect(shown([])).toBe('\n');
    expect(shown(['ai use --aws', ...look, 'ai off'])).toBe('[aws opus-5-5 ^] \n\n');
  });

  test('a session that was ended elsewhere has a mark', () => {
    record(['payer=cloud']);
    const remove = `/bin/rm ${shell.quote(`${box.home}/${file()}`)}`;
    expect(shown([...look, remove], session('aws', 'm'))).toBe('[aws m ^] \n[aws m ^!] \n');
    expect(shown([], session('aws', 'm'))).toBe('[aws m!] \n');
  });

  test('a switch is seen, also one within a second, which keeps the id', () => {
    const lines = ['ai use --aws', ...look, 'ai use --ollama --model m'];
    expect(shown(lines)).toBe('[aws opus-5-5 ^] \n[ollama m ~] \n');
    record(['payer=cloud']);
    const model = shell.export('AI_SESSION_MODEL', 'other');
    expect(shown([...look, model], session('aws', 'one'))).toBe('[aws one ^] \n[aws other ^] \n');
  });

  test('the file is found where AI_RUNNER_HOME is, relative ones too after the folder was left', () => {
    box.plant(`elsewhere/sessions/${ID}.info`, 'payer=local\n');
    const env = { ...session('p'), AI_RUNNER_HOME: `${box.home}/elsewhere` };
    expect(shown([], env)).toBe('[p ~] \n');
    expect(shown(['ai use --aws', 'cd /'], { AI_RUNNER_HOME: 'here' })).toBe('[aws opus-5-5 ^] \n');
  });

  test('what is no file is not waited for', () => {
    rmSync(record([]));
    expect(spawnSync('mkfifo', [`${box.home}/${file()}`]).status).toBe(0);
    expect(shown([], session('p'))).toBe('[p!] \n');
  });

  test('the status stays, with and without a session', () => {
    record([]);
    const lines = ['sh -c "exit 3"', '__ai_prompt', shell.say('status', shell.status)];
    for (const env of [{}, session('p')])
      expect(run(shell, box, [load, ...lines], { env }).said).toEqual({ status: '3' });
  });

  test('AI_PROMPT is no environment', () => {
    record([]);
    const result = run(shell, box, [load, '__ai_prompt', '/usr/bin/env'], { env: session('p') });
    expect(result.said).toMatchObject({ AI_SESSION_PROVIDER: 'p' });
    expect(result.said).not.toHaveProperty('AI_PROMPT');
  });
});
