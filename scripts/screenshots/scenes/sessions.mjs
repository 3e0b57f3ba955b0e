// Three terminals on three providers, seen from a fourth.

/** `ai-sessions` */
export const sessions = {
  name: 'ai-sessions',
  title: 'ai-sessions: what runs where',
  play: async (stage) => {
    for (const [shell, line] of [
      ['bash', 'ai use --aws --opus --team'],
      ['zsh', 'ai use --vertex --sonnet'],
      ['fish', 'ai use --ollama'],
    ]) {
      const other = await stage.open(shell, [80, 10]);
      await other.enter(line);
    }
    const terminal = await stage.open('bash', [72, 40]);
    await terminal.enter('ai-sessions');
    return terminal.screen();
  },
};
