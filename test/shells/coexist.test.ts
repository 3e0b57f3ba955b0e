import { type Terminal, terminal } from '../support/pty.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { bash, fish, type Shell, zsh } from '../support/shells.ts';

const SEGMENT = '[aws opus-5-5 ^] ';

/** Another program that works at the prompt: how it is loaded, and a command that shows that it does its work. */
interface Neighbour {
  readonly name: string;
  readonly shell: Shell;
  readonly load: readonly string[];
  readonly probe: readonly string[];
  readonly shown: RegExp;
  /** In bash, what builds PS1 after us draws over the segment: our line belongs behind it. */
  readonly buildsPS1?: boolean;
}

const hooked = (shell: Shell, program: string, words: string): string =>
  shell.source(`/usr/bin/${program} ${words} ${shell.name}`);

const each = (make: (shell: Shell) => Neighbour): readonly Neighbour[] => [bash, zsh, fish].map(make);

/** With `ZOXIDE` its data stays in the sandbox, as everything does whose home is there. */
const NEIGHBOURS: readonly Neighbour[] = [
  ...each((shell) => ({
    name: 'direnv',
    shell,
    load: [hooked(shell, 'direnv', 'hook')],
    probe: ['cd ~/project', 'echo "<$FROM_ENVRC>"', 'cd ~', 'echo "<$FROM_ENVRC>"'],
    shown: /<here>[\s\S]*<>/,
  })),
  ...each((shell) => ({
    name: 'zoxide',
    shell,
    load: [hooked(shell, 'zoxide', 'init')],
    probe: ['cd ~/project', 'cd /', 'z project', 'echo "<$PWD>"'],
    shown: /<[^>]*\/project>/,
  })),
  {
    name: 'bash-completion',
    shell: bash,
    load: ['. /usr/share/bash-completion/bash_completion'],
    probe: ['complete -p -D'],
    shown: /complete .*-D/,
  },
  {
    name: 'zsh-syntax-highlighting',
    shell: zsh,
    load: ['. /usr/share/zsh-syntax-highlighting/zsh-syntax-highlighting.zsh'],
    probe: ['echo "<$#ZSH_HIGHLIGHT_HIGHLIGHTERS ${widgets[self-insert]}>"'],
    shown: /<1 user:_zsh_highlight/,
  },
  {
    name: 'zsh-autosuggestions',
    shell: zsh,
    load: ['. /usr/share/zsh-autosuggestions/zsh-autosuggestions.zsh'],
    probe: ['echo "<${widgets[self-insert]}>"'],
    shown: /<user:_zsh_autosuggest_bound/,
  },
  {
    name: 'liquidprompt',
    shell: bash,
    load: ["LP_PS1_POSTFIX='@$?> '", '. /usr/share/liquidprompt/liquidprompt'],
    probe: ['type __lp_set_prompt | head -n 1'],
    shown: /is a function/,
    buildsPS1: true,
  },
  {
    name: 'liquidprompt',
    shell: zsh,
    load: ["LP_PS1_POSTFIX='@%?> '", '. /usr/share/liquidprompt/liquidprompt'],
    probe: ['type __lp_set_prompt'],
    shown: /is a shell function/,
  },
  {
    name: 'powerlevel9k',
    shell: zsh,
    load: [
      ...['POWERLEVEL9K_LEFT_PROMPT_ELEMENTS=(dir)', 'POWERLEVEL9K_DISABLE_RPROMPT=true'],
      '. /usr/share/powerlevel9k/powerlevel9k.zsh-theme',
      "suffix() { PROMPT+='@%?> ' }; precmd_functions+=(suffix)",
    ],
    probe: ['echo "<$+functions[prompt_powerlevel9k_setup]>"'],
    shown: /<1>/,
  },
];

const CASES = NEIGHBOURS.flatMap((neighbour) =>
  (neighbour.buildsPS1 ? (['before'] as const) : (['before', 'after'] as const)).map(
    (place) => [neighbour.shell.name, neighbour.name, place, neighbour] as const,
  ),
);

describe.each(CASES)('%s: %s, loaded %s our line', (_shell, name, place, { shell, load, probe, shown }) => {
  const box = useSandbox({ env: { ...AWS_KEYS, NO_COLOR: '1' } });
  const ours = shell.source(`ai init ${shell.name} --prompt`);
  let term: Terminal;
  afterEach(() => term.close());

  test('both do their work', async () => {
    box.plant('project/.envrc', 'export FROM_ENVRC=here\n');
    const allow = '/usr/bin/direnv allow ~/project';
    const lines = place === 'before' ? [...load, ours] : [ours, ...load];
    term = terminal(shell, box, name === 'direnv' ? [allow, ...lines] : lines);
    expect((await term.ready()).text).not.toContain('[aws');
    expect((await term.enter('ai use --aws --opus')).status).toBe(0);
    for (const line of probe) expect((await term.enter(line)).status).toBe(0);
    expect(term.shown()).toMatch(shown);
    const failed = await term.enter('sh -c "exit 3"');
    expect(failed).toMatchObject({ status: 3 });
    expect(failed.text.split(SEGMENT)).toHaveLength(2);
    expect(await term.enter('ai off')).toMatchObject({
      status: 0,
      text: expect.not.stringContaining('[aws'),
    });
    term.send('exit 7\r');
    expect(await term.ended).toEqual({ status: 7, signal: 0 });
    expect([box.sessions(), box.litter()]).toEqual([[], []]);
  });
});
