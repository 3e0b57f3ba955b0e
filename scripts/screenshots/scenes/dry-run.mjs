/** What a session would change. */
export const dryRun = {
  name: 'dry-run',
  title: 'ai env --dry-run: what a session would change',
  play: async (stage) => {
    const terminal = await stage.open('bash', [88, 60]);
    await terminal.enter('ai env --ollama --dry-run');
    return terminal.screen();
  },
};
