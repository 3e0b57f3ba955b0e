// The shells as a newcomer has them: the line of the README in the start-up file, and a plain prompt.

/** A sequence that no terminal shows; it says that a prompt was drawn. */
export const PROMPT_MARK = '\x1b]7777;\x07';

const MARK = String.raw`\e]7777;\a`;

export const SHELLS = {
  bash: {
    program: 'bash',
    args: ['--noprofile', '-i'],
    file: '.bashrc',
    text: `bind 'set enable-bracketed-paste off'\nPS1='\\[${MARK}\\]\\w $ '\neval "$(ai init bash --prompt)"\n`,
  },
  zsh: {
    program: 'zsh',
    args: ['-i'],
    file: '.zshrc',
    text: `unset zle_bracketed_paste\nPROMPT_SP= PROMPT_CR=\nPROMPT=$'%{${MARK}%}%~ %% '\neval "$(ai init zsh --prompt)"\n`,
  },
  fish: {
    program: 'fish',
    args: ['-i'],
    file: '.config/fish/config.fish',
    text: `set -g fish_greeting\nset -g fish_autosuggestion_enabled 0\nset -g fish_pager_color_description yellow\nfunction fish_title\nend\nfunction fish_prompt\n    printf '${MARK}'\n    echo -n (prompt_pwd) '> '\nend\nai init fish --prompt | source\n`,
  },
};
