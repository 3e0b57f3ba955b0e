/** Kinds that a cache remembers; who needs more of them begins anew. */
const MOST = 16;

const LONGEST = 200;

const FLAG = /^--[a-z][a-z-]{0,23}(?==|$)/;

/**
 * Names a kind of run: two runs of one kind call about the same functions, so one of them is enough to have these in a
 * cache. The command, the names of its flags in alphabetical order, and the parts of the program that were needed.
 */
export const kindOfRun = (argv: readonly string[], parts: ReadonlySet<string>): string => {
  const flags = argv.flatMap((word) => FLAG.exec(word) ?? []);
  const names = [...new Set(flags)].sort();
  return [argv[0] ?? '', ...names, ...[...parts].sort()]
    .join(' ')
    .replace(/[^ -~]/g, '?')
    .slice(0, LONGEST);
};

/** What a cache has seen after a run of this kind. */
export const withKind = (seen: readonly string[], kind: string): string[] =>
  seen.length < MOST ? [...seen, kind] : [kind];
