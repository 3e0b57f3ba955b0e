import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where a run happens: temporary homes, and the commands as an installation links them. */
export interface Stage {
  /** The temporary folder. */
  readonly root: string;
  /** The folder of the package under test. */
  readonly package: string;
  /** `test/bench/shells`. */
  readonly shells: string;
  /** First in PATH: `ai`, `ai-sessions`, `node`, and a `claude` that does nothing. */
  readonly bin: string;
  readonly node: string;
  /** The whole environment of a scenario that asks for nothing else; its home is empty. */
  readonly env: Readonly<Record<string, string>>;
  /** Makes a home with these files, path → text, and returns its path. */
  readonly home: (name: string, files?: Readonly<Record<string, string>>) => string;
  readonly remove: () => void;
}

/** What a shell on AWS has, with the example key of the documentation. */
const AWS_KEYS = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  AWS_REGION: 'us-west-2',
};

const fill = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, text, { mode: 0o600 });
  }
};

/** The folders and links of `npm install --global`. */
const linkCommands = (bin: string, packageRoot: string, node: string): void => {
  const modules = join(bin, '../lib/node_modules');
  mkdirSync(modules, { recursive: true });
  symlinkSync(packageRoot, join(modules, 'ai-runner'));
  for (const name of ['ai', 'ai-sessions', 'ai-status'])
    symlinkSync('../lib/node_modules/ai-runner/shell/ai', join(bin, name));
  symlinkSync(node, join(bin, 'node'));
  symlinkSync('/usr/bin/true', join(bin, 'claude'));
};

/**
 * Makes a stage. The environment is made from nothing, so what would slow node down (NODE_EXTRA_CA_CERTS, NODE_OPTIONS) is
 * not in it.
 *
 * @param node - path of the Node.js that `node` stands for
 * @param path - folders in which peers are looked for
 */
export const openStage = (packageRoot: string, node: string, path: string): Stage => {
  const root = mkdtempSync(join(tmpdir(), 'ai-bench-'));
  const bin = join(root, 'bin');
  mkdirSync(bin);
  const remove = () => {
    process.removeListener('exit', remove);
    rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  // Whoever stops the benchmark shall not be left with ten thousand files.
  process.once('exit', remove);
  linkCommands(bin, packageRoot, node);
  const home = (name: string, files: Readonly<Record<string, string>> = {}): string => {
    const folder = join(root, `home-${name}`);
    mkdirSync(folder);
    fill(folder, files);
    return folder;
  };
  return {
    root,
    package: packageRoot,
    shells: join(packageRoot, 'test/bench/shells'),
    bin,
    node: join(bin, 'node'),
    env: {
      PATH: `${bin}:${path}`,
      HOME: home('empty'),
      TMPDIR: root,
      TERM: 'xterm-256color',
      LANG: 'C.UTF-8',
      ...AWS_KEYS,
    },
    home,
    remove,
  };
};
