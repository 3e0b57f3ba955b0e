/** `ai use` without a flag: what there is to choose from, the second line chosen. */
export const pick = {
  name: 'ai-use',
  title: 'ai use: choose a provider',
  play: async (stage) => {
    const terminal = await stage.open('zsh', [84, 30]);
    await terminal.press('ai use\r', /ollama/);
    await terminal.press('\x1b[B', /./);
    return terminal.screen();
  },
};
