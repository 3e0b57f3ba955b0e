/** The list of commands. */
export const help = {
  name: 'ai-help',
  title: 'ai help',
  play: async (stage) => {
    const terminal = await stage.open('bash', [80, 60]);
    await terminal.enter('ai help');
    return terminal.screen();
  },
};
