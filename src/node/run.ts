import type { CommandOptions, CommandResult, Env } from '../world.ts';

const LARGEST_OUTPUT = 16 * 1024 * 1024;

/** Runs a program to its end without a shell; see {@link CommandOptions}. */
export const run = (argv: readonly string[], options: CommandOptions): CommandResult => {
  const [program = '', ...words] = argv;
  // Loading this module takes longer than most commands need; few run a program.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const result = spawnSync(program, words, {
    env: options.env as NodeJS.ProcessEnv,
    stdio: [
      'ignore',
      options.stdout === 'capture' ? 'pipe' : 2,
      options.stdout === 'capture' ? 'inherit' : 2,
    ],
    timeout: options.timeoutMs,
    killSignal: 'SIGKILL',
    maxBuffer: LARGEST_OUTPUT,
    encoding: 'utf8',
  });
  return {
    status: result.status,
    stdout: result.stdout ?? '',
    stderr: '',
    ...(result.error ? { error: result.error } : {}),
  };
};

/** Starts a program in a session of its own; whether it can be started is not known. */
export const detach = (argv: readonly string[], env: Env, cwd: string): void => {
  const [program = '', ...words] = argv;
  const { spawn } = process.getBuiltinModule('node:child_process');
  const options = { env: env as NodeJS.ProcessEnv, cwd, detached: true, stdio: 'ignore' } as const;
  spawn(program, words, options)
    .on('error', () => undefined)
    .unref();
};
