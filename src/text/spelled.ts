/** The name of a flag as it is typed: `--aws`, or `-q` for one letter. */
export const spelled = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`);
