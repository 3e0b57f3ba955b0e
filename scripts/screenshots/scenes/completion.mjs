/** The menu of fish behind `ai use --aws --`: no second provider is offered. */
export const completion = {
  name: 'completion',
  title: 'Completion in fish',
  play: async (stage) => {
    const terminal = await stage.open('fish', [84, 40]);
    await terminal.press('ai use --aws --\t', /opus/);
    return terminal.screen();
  },
};
