/** How this program was installed, as its own path tells. */
export interface Install {
  /** The program that asks the registry of the user's settings. */
  readonly asks: 'npm' | 'pnpm';
  /** Puts the newest version in the place of this one. */
  readonly argv: readonly string[];
  /** Folder that has to be writable for that; `undefined` where the package manager sees to it. */
  readonly folder?: string;
}

/** Name of our package in registries. */
export const PACKAGE = 'ai-runner';
const NEWEST = `${PACKAGE}@latest`;

/** The places of global packages; the first pattern that fits decides. */
const PLACES: readonly (readonly [RegExp, (match: RegExpExecArray) => Install])[] = [
  [
    /\/tools\/image\/packages\/ai-runner\/lib\/node_modules\/ai-runner$/,
    () => ({ asks: 'npm', argv: ['volta', 'install', NEWEST] }),
  ],
  [/\/\.?pnpm\/global\//, () => ({ asks: 'pnpm', argv: ['pnpm', 'add', '--global', NEWEST] })],
  [/\/\.bun\/install\/global\//, () => ({ asks: 'npm', argv: ['bun', 'add', '--global', NEWEST] })],
  [/\/yarn\/(?:data\/)?global\//i, () => ({ asks: 'npm', argv: ['yarn', 'global', 'add', NEWEST] })],
  [
    /^(.*)\/lib\/node_modules\/ai-runner$/,
    ([folder = '', prefix = '']) => ({
      asks: 'npm',
      argv: ['npm', 'install', '--global', '--prefix', prefix || '/', NEWEST],
      folder: folder.slice(0, -PACKAGE.length - 1),
    }),
  ],
];

/**
 * The package manager that a global installation came from; `undefined` for a clone, a project's own copy and places that
 * none of them uses.
 * @param packageDir the package's folder, links resolved
 */
export const installOf = (packageDir: string): Install | undefined => {
  for (const [pattern, install] of PLACES) {
    const match = pattern.exec(packageDir);
    if (match) return install(match);
  }
  return undefined;
};
