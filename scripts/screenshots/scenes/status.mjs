/** `ai-status` in a session. */
export const status = {
  name: 'ai-status',
  title: 'ai-status: where this shell stands',
  play: async (stage) => {
    const terminal = await stage.open('bash', [84, 60]);
    await terminal.enter('ai use --aws --opus --quiet; clear');
    await terminal.enter('ai-status');
    return terminal.screen();
  },
};
