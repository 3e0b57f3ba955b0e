import { spawnSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';

const firstLine = (argv: readonly [string, ...string[]]): string => {
  const [program, ...words] = argv;
  const { stdout } = spawnSync(program, words, { encoding: 'utf8' });
  return /\d+\.\d[\w.+-]*/.exec(stdout ?? '')?.[0] ?? 'not installed';
};

/** What the figures depend on. */
export const machine = (): Record<string, string> => {
  const processors = cpus();
  return {
    processor: `${processors[0]?.model.trim() ?? 'unknown'}, ${processors.length} cores`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${release()} ${process.arch}`,
    load: `${loadavg()[0]?.toFixed(2)} at the start`,
    bash: firstLine(['bash', '--version']),
    zsh: firstLine(['zsh', '--version']),
    fish: firstLine(['fish', '--version']),
    direnv: firstLine(['direnv', '--version']),
    zoxide: firstLine(['zoxide', '--version']),
    mise: firstLine(['mise', '--version']),
  };
};
