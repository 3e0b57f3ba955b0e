/** A model's id without the account's path, the names of region and maker, the version of the service and the date. */
export const shortModel = (id: string): string =>
  id
    .replace(/^.*\//, '')
    .replace(/^.*anthropic\./, '')
    .replace(/^claude-/, '')
    .replace(/@.*$/, '')
    .replace(/-v\d:\d$/, '')
    .replace(/-20\d{6}$/, '');
