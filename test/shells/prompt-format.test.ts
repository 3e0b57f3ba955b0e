import { run } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { SHELLS } from '../support/shells.ts';

const ID = 'cc-x-0-2';

/** As the program records a session with a format of the user's own. */
const RECORDED = [
  'payer=cloud',
  'prompt=⟨work ☁⟩',
  'prompt_gone=⟨work ☁✗⟩',
  'prompt_ascii=work ^',
  'prompt_ascii_gone=work ^!',
  'prompt_color=9',
];

const CONFIG = {
  prompt: {
    format: '⟨{title}{ tier}{ (region)}{team}{ sign}{gone}⟩',
    symbols: { cloud: '☁', local: '🦙', gone: '✗', team: '👥' },
    colors: { cloud: 208, local: 'default' },
  },
};

describe.each(SHELLS)('$name: a format of one’s own', (shell) => {
  const box = useSandbox({ env: { ...AWS_KEYS, AWS_REGION: 'eu-west-1' } });
  const load = shell.source(`ai init ${shell.name}`);
  const look = ['__ai_prompt', shell.name === 'zsh' ? 'print -rP -- "$AI_PROMPT"' : 'echo "$AI_PROMPT"'];
  const utf8 = (text: string): string => Buffer.from(text, 'latin1').toString('utf8');
  const shown = (lines: readonly string[], env: Readonly<Record<string, string>> = {}): string =>
    utf8(run(shell, box, [load, ...lines], { env: { NO_COLOR: '1', ...env } }).stdout).replace(
      /[\x01\x02]/g,
      '',
    );
  const record = (lines: readonly string[]) =>
    box.plant(`.ai-runner/sessions/${ID}.info`, [...lines, ''].join('\n'));
  const session = { AI_SESSION_ID: ID, AI_SESSION_PROVIDER: 'aws', AI_SESSION_MODEL: 'm' };

  test('comes from the configuration of a session, through its file', () => {
    box.plant('.ai-runnerrc', JSON.stringify(CONFIG));
    const lines = [
      'ai use --aws --opus --team',
      ...look,
      'ai use --ollama --model m',
      ...look,
      'ai off',
      ...look,
    ];
    expect(shown(lines)).toBe('⟨AWS Bedrock opus (eu-west-1)👥 ☁⟩ \n⟨Ollama 🦙⟩ \n\n');
    expect(box.sessions()).toEqual([]);
  });

  test.each([
    [{ LANG: 'C.UTF-8' }, '⟨work ☁⟩ \n'],
    [{ LANG: 'en_US.utf8' }, '⟨work ☁⟩ \n'],
    [{ LANG: 'C.UTF-8', LC_ALL: '', LC_CTYPE: '' }, '⟨work ☁⟩ \n'],
    [{ LANG: 'C.UTF-8', LC_ALL: 'C' }, 'work ^ \n'],
    [{ LANG: 'C.UTF-8', LC_CTYPE: 'POSIX' }, 'work ^ \n'],
    [{ LANG: '' }, 'work ^ \n'],
    [{ TERM: 'linux' }, 'work ^ \n'],
    [{ TERM: 'dumb' }, 'work ^ \n'],
    [{ TERM: 'vt100' }, 'work ^ \n'],
  ])('is shown as locale and terminal can: %j', (env, text) => {
    record(RECORDED);
    expect(shown(look, { ...session, ...env })).toBe(text);
  });

  test('says that the file is gone in its own way', () => {
    record(RECORDED);
    const remove = `/bin/rm ${shell.quote(`${box.sessionFolder}/${ID}.info`)}`;
    expect(shown([...look, remove, ...look], session)).toBe('⟨work ☁⟩ \n⟨work ☁✗⟩ \n');
  });

  test.each([
    ['9', {}, '\x1b[91m'],
    ['3', {}, '\x1b[33m'],
    ['208', {}, '\x1b[38;5;208m'],
    ['208', { TERM: 'xterm' }, '\x1b[39m'],
    // zsh asks the terminal's description, which knows nothing of that variable.
    ['208', { TERM: 'xterm', COLORTERM: 'truecolor' }, shell.name === 'zsh' ? '\x1b[39m' : '\x1b[38;5;208m'],
    ['0;1', {}, '\x1b[39m'],
    ['256', {}, undefined],
  ])('the colour %s on %j', (color, env, sequence) => {
    record([...RECORDED.slice(0, -1), `prompt_color=${color}`]);
    const text = shown(look, { ...session, NO_COLOR: '', ...env });
    if (sequence === undefined) expect(text).toContain('⟨work ☁⟩');
    else expect(text.startsWith(`${sequence}⟨work ☁⟩`)).toBe(true);
  });

  test('a file without the lines, with an empty one, with a text that a terminal obeys', () => {
    record(['payer=cloud']);
    expect(shown(look, session)).toBe('[aws m ^] \n');
    record(['payer=cloud', 'prompt=', 'prompt_gone=']);
    expect(shown(look, session)).toBe('\n');
    record(['prompt=a\x1b[31m\tb`id`\\u%n$(id)']);
    const [bare, posix] = ['a_[31m_b`id`\\u%n$(id) \n', 'a_[31m_b_id__u%n$(id) \n'];
    expect(shown(look, session)).toBe(shell.name === 'fish' ? bare : posix);
  });

  test('a session that follows within a second, with the same id and model, is shown as it is', () => {
    box.plant('.ai-runnerrc', JSON.stringify({ prompt: { format: '{region}' } }));
    const region = shell.export('AWS_REGION', 'us-east-2');
    // Both begin at the same second.
    const start = shell.source(`ai env --aws --model m | sed -E 's/\\b1[0-9]{9}\\b/1700000000/'`);
    const id = shell.say('id', shell.value('AI_SESSION_ID'));
    const [first, one, second, two] = shown([start, ...look, id, 'ai_off', region, start, ...look, id]).split(
      '\n',
    );
    expect([first, second]).toEqual(['eu-west-1 ', 'us-east-2 ']);
    expect(one).toMatch(/-1700000000$/);
    expect(two).toBe(one);
  });

  test('a run records it too', () => {
    box.plant('.ai-runnerrc', JSON.stringify(CONFIG));
    box.program('claude', '#!/bin/sh\nai prompt\n');
    expect(shown(['ai --quiet --aws --opus'])).toBe('⟨AWS Bedrock opus (eu-west-1) ☁⟩\n');
  });
});
