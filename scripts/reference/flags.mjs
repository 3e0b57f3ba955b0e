const spelled = (name) => (name.length === 1 ? `-${name}` : `--${name}`);

/** Flag names as they are typed, letters first. */
export const names = ({ names: all }) =>
  [...all.filter((name) => name.length === 1), ...all.filter((name) => name.length > 1)].map(spelled);

/** What a flag does, with the only values it takes. */
export const meaning = ({ summary, choices }, code = '`') =>
  choices === undefined ? summary : `${summary} (${choices.map((each) => code + each + code).join(', ')})`;

/** Flags by the title of their group, in order. */
export const grouped = (flags) => {
  const groups = new Map();
  for (const flag of flags) {
    const title = flag.group ?? 'Flags';
    groups.set(title, [...(groups.get(title) ?? []), flag]);
  }
  return groups;
};

/** The command line without flags that have a section of their own. */
export const usage = ({ program, operands = '[flags]' }) => `${program} ${operands}`.trimEnd();
