import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Terminal, terminal } from '../support/pty.ts';
import { type Finished, runProgram } from '../support/run.ts';
import { AWS_KEYS, PACKAGE, type Sandbox, useSandbox } from '../support/sandbox.ts';
import { fish, type Shell, zsh } from '../support/shells.ts';

const ZSH = zsh.quote(join(PACKAGE, 'ai-runner.plugin.zsh'));
const FISH = 'conf.d/ai-runner.fish';

/** What antigen does with a bundle on the disk, whose path may hold no blank; `HOME` is the sandbox's. */
const ANTIGEN = [
  'ADOTDIR=$HOME/antigen ANTIGEN_CHECK_FILES=()',
  '. /usr/share/zsh-antigen/antigen.zsh',
  'antigen bundle $HOME/clone --no-local-clone',
  'antigen apply',
];

/** What fisher does with our repository: it copies the files of the folders that fish looks into. */
const install = (box: Sandbox): void => {
  mkdirSync(join(box.home, '.config/fish/conf.d'), { recursive: true });
  copyFileSync(join(PACKAGE, FISH), join(box.home, '.config/fish', FISH));
};

const source = (box: Sandbox): void => {
  box.plant('.zshrc', `. ${ZSH}\n`);
};

const PLUGINS: readonly (readonly [string, Shell, (box: Sandbox) => void])[] = [
  ['zsh', zsh, source],
  ['fish', fish, install],
];

/** How the file is loaded, and how the placement of the segment is asked for before that. */
const MANAGERS: readonly (readonly [string, Shell, readonly string[]])[] = [
  ['sourced, as oh-my-zsh and others do', zsh, ['AI_RUNNER_PROMPT=1', `. ${ZSH}`]],
  ['sourced in a function', zsh, ['AI_RUNNER_PROMPT=1', `load() { . ${ZSH} }`, 'load', 'load']],
  ['with careful options', zsh, ['setopt no_unset ksh_arrays', 'AI_RUNNER_PROMPT=1', `. ${ZSH}`]],
  ['antigen', zsh, ['AI_RUNNER_PROMPT=1', ...ANTIGEN]],
  ['fisher, before the prompt of config.fish', fish, []],
];

describe.each(MANAGERS.map(([title, shell, lines]) => [shell.name, title, shell, lines] as const))(
  '%s: %s',
  (_name, _title, shell, lines) => {
    const box = useSandbox({ env: { ...AWS_KEYS, NO_COLOR: '1' } });
    let term: Terminal;
    afterEach(() => term.close());

    test('the plugin gives commands and prompt', async () => {
      symlinkSync(PACKAGE, join(box.home, 'clone'));
      if (shell === fish) {
        install(box);
        runProgram(box, [fish.path, '-c', 'set -U AI_RUNNER_PROMPT 1']);
      }
      term = terminal(shell, box, lines);
      expect((await term.ready()).text).not.toContain('ai-runner:');
      expect((await term.enter('ai use --aws --opus')).status).toBe(0);
      expect(await term.enter('sh -c "exit 3"')).toMatchObject({
        status: 3,
        text: expect.stringMatching(/\[aws opus-5-5 \^\] $/),
      });
      expect((await term.enter('ai off')).text).not.toContain('[aws');
    });
  },
);

describe.each(PLUGINS)('%s: the plugin', (_name, shell, put) => {
  const box = useSandbox();
  const look = `${shell.isFunction('ai')}; ${shell.say('there', shell.status)}`;
  const start = (path: string): Finished =>
    runProgram(box, [shell.path, '-i', '-c', look], { env: { PATH: path, XDG_RUNTIME_DIR: box.root } });

  test('says so where the command is missing', () => {
    put(box);
    const { said, stderr } = start('/usr/bin:/bin');
    expect(said).toEqual({ there: '1' });
    expect(stderr).toContain('ai-runner: the command "ai" is not on PATH: npm install -g ai-runner');
  });

  test('evaluates nothing of another program called ai', () => {
    put(box);
    box.plant('other/ai', '#!/bin/sh\necho "echo pwned"\n', 0o755);
    const { said, stdout } = start(`${box.home}/other:/usr/bin:/bin`);
    expect([said, stdout]).toEqual([{ there: '1' }, 'there=1\n']);
  });

  test('is quick to load: node is not asked', () => {
    put(box);
    box.plant('first/node', '#!/bin/sh\necho started >&2\nexit 1\n', 0o755);
    expect(start(`${box.home}/first:${box.bin}:/usr/bin:/bin`)).toMatchObject({
      said: { there: '0' },
      stderr: '',
    });
  });
});
