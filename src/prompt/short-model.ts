/** What stands behind the last `mark`; all of the text where there is none. */
const behind = (text: string, mark: string): string => {
  const at = text.lastIndexOf(mark);
  return at < 0 ? text : text.slice(at + mark.length);
};

/** A model's id without the account's path, the names of region and maker, the version of the service and the date. */
export const shortModel = (id: string): string => {
  const name = behind(behind(id, '/'), 'anthropic.');
  const [bare = ''] = (name.startsWith('claude-') ? name.slice('claude-'.length) : name).split('@');
  return bare.replace(/(?:-20\d{6})?(?:-v\d:\d)?$/, '');
};
