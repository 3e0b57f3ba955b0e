import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Completing, completing, warm, withInit } from '../support/completion.ts';
import { runProgram } from '../support/run.ts';
import { useSandbox } from '../support/sandbox.ts';
import { bash, fish, SHELLS, type Shell, zsh } from '../support/shells.ts';

const COMPINIT = 'autoload -Uz compinit; compinit -u -D';
const BASH_COMPLETION = '. /usr/share/bash-completion/bash_completion';

/** Start-up files as people have them; `@` stands for our line. */
const SETUPS: readonly (readonly [string, Shell, readonly string[]])[] = [
  ['our line alone', bash, ['@']],
  ['our line twice', bash, ['@', '@']],
  ['bash-completion before', bash, [BASH_COMPLETION, '@']],
  ['bash-completion after', bash, ['@', BASH_COMPLETION]],
  ['nounset', bash, ['@', 'set -u']],
  ['nounset, before', bash, ['set -u', '@']],
  ['failglob and noglob', bash, ['shopt -s failglob; set -f', '@']],
  [
    'nullglob, dotglob, nocaseglob and noclobber',
    bash,
    ['shopt -s nullglob dotglob nocaseglob; set -C', '@'],
  ],
  ['posix mode', bash, ['@', 'set -o posix']],
  ['an IFS of one’s own', bash, ["IFS=':-a'", '@']],
  [
    'aliases of the builtins',
    bash,
    ['@', "alias local='echo no' eval='echo no' printf='echo no' complete='echo no'"],
  ],
  [
    'functions in place of builtins',
    bash,
    ['@', 'printf() { echo no; }; eval() { echo no; }; declare() { echo no; }'],
  ],
  ['other word breaks', bash, ["COMP_WORDBREAKS=$' \\t\\n'", '@']],
  ['compinit before', zsh, [COMPINIT, '@']],
  ['compinit after', zsh, ['@', COMPINIT]],
  ['compinit on both sides', zsh, [COMPINIT, '@', COMPINIT]],
  ['our line twice', zsh, [COMPINIT, '@', '@']],
  [
    'options',
    zsh,
    [COMPINIT, '@', 'setopt ksh_arrays sh_word_split no_unset warn_create_global glob_subst null_glob'],
  ],
  ['our line after options', zsh, ['setopt ksh_arrays sh_word_split no_unset noglob', '@', COMPINIT]],
  ['an IFS of one’s own', zsh, ["IFS=':-a'", COMPINIT, '@']],
  ['aliases', zsh, ["alias command='echo no'", COMPINIT, '@', "alias ai='ai --quiet'"]],
  ['no compinit', zsh, ['@']],
  ['our line alone', fish, ['@']],
  ['our line twice', fish, ['@', '@']],
  ['an older completion of the same name', fish, ["complete -c ai -f -a 'older'", '@']],
];

describe.each(SETUPS.map(([title, shell, lines]) => [shell.name, title, shell, lines] as const))(
  '%s: %s',
  (_name, _title, shell, lines) => {
    const box = useSandbox();
    let keys: Completing;
    afterEach(() => keys.terminal.close());

    test('flags, values and files are completed', async () => {
      box.plant('.ai-runnerrc', '{"profiles":{"work":{"provider":"aws","model":"m:1"}}}');
      writeFileSync(join(box.work, "it's - a file.md"), 'text\n');
      warm(box, 'profile');
      const load = shell.source(`ai init ${shell.name}`);
      keys = await completing(
        shell,
        box,
        lines.map((line) => (line === '@' ? load : line)),
      );
      const shown = await keys.tab('ai use --eff');
      expect(shown).toMatch(/--effort /);
      expect(shown).not.toMatch(/error|not found|no such|unbound|parameter|no matches/i);
      expect(await keys.tab('ai --profile wo')).toMatch(/--profile work/);
      expect((await keys.run('--aws --effort ma')).words).toEqual(['--aws', '--effort', 'max']);
      expect((await keys.run('it')).words).toEqual(["it's - a file.md"]);
      expect(await keys.tab('ai --aws --ver')).toMatch(/--version/);
      expect((await keys.terminal.enter('sh -c "exit 3"')).status).toBe(3);
    });
  },
);

/** Where each shell looks for completions by itself, and what makes it look. */
const PLACES: readonly (readonly [string, Shell, string, readonly string[]])[] = [
  ['bash-completion', bash, '.local/share/bash-completion/completions/NAME', [BASH_COMPLETION]],
  ['evaluated', bash, '', ['eval "$(ai completion bash)"']],
  ['fpath', zsh, '.zfunc/_ai', ['fpath=(~/.zfunc $fpath)', COMPINIT]],
  ['evaluated', zsh, '', [COMPINIT, 'eval "$(ai completion zsh)"']],
  ['completions', fish, '.config/fish/completions/NAME.fish', []],
  ['vendor_completions.d', fish, '.local/share/fish/vendor_completions.d/NAME.fish', []],
  ['sourced', fish, '', ['ai completion fish | source']],
];

describe.each(PLACES.map(([title, shell, ...rest]) => [shell.name, title, shell, ...rest] as const))(
  '%s: without ai init: %s',
  (_name, _title, shell, place, startup) => {
    const box = useSandbox();
    let keys: Completing;
    afterEach(() => keys.terminal.close());

    test('each program is completed', async () => {
      const { stdout } = runProgram(box, ['ai', 'completion', shell.name]);
      const programs = ['ai', 'airun', 'ai-sessions', 'ai-status'];
      if (place !== '') for (const name of programs) box.plant(place.replace('NAME', name), stdout);
      keys = await completing(shell, box, startup);
      expect(await keys.tab('ai --eff')).toMatch(/--effort /);
      expect(await keys.tab('ai-sessions --lo')).toMatch(/--long /);
      expect(await keys.tab('ai-status --js')).toMatch(/--json /);
      expect((await keys.run('--effort ma')).words).toEqual(['--effort', 'max']);
      expect(await keys.offers('ai us')).not.toMatch(/Start or switch|^use$|ai use/);
    });
  },
);

describe.each(SHELLS)('$name: local models', (shell) => {
  const box = useSandbox();
  let keys: Completing;
  let server: Server;

  const serve = async (answers: boolean): Promise<string> => {
    server = createServer((_request, response) => {
      if (answers)
        response.end(
          JSON.stringify({ models: [{ name: 'qwen3-coder:30b' }, { name: 'bad$(touch pwned)\u0007' }] }),
        );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  const open = async (host: string): Promise<void> => {
    keys = await completing(shell, box, [shell.export('OLLAMA_HOST', host), ...withInit(shell)]);
  };

  afterEach(async () => {
    keys.terminal.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  test('that are installed are offered, without those that nobody could type', async () => {
    const host = await serve(true);
    await open(host);
    // A slow answer is kept for the next time.
    while (!(await keys.offers('ai --ollama --model ')).includes('qwen3-coder'));
    expect((await keys.run('--ollama --model q')).words).toEqual(['--ollama', '--model', 'qwen3-coder:30b']);
    expect(await keys.tab('ai --ol --model ')).not.toContain('bad');
  });

  test('of a server that does not answer: nothing is shown, the line stays, and the next key is heard', async () => {
    await open(await serve(false));
    expect(await keys.offers('ai --ollama --model ')).toBe('');
    expect((await keys.run('--ollama --model some')).words).toEqual(['--ollama', '--model', 'some']);
    expect((await keys.terminal.enter('sh -c "exit 3"')).status).toBe(3);
  });
});
