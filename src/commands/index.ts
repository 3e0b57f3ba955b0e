import type { Command } from './command.ts';
import { env } from './env.ts';

/** Every command in the order of the help; all but the one that shells evaluate are loaded when they are called. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  env: async () => env,
  use: async () => (await import('./use.ts')).use,
  off: async () => (await import('./off.ts')).off,
  init: async () => (await import('./init.ts')).init,
  run: async () => (await import('./run.ts')).run,
  supervise: async () => (await import('./supervise.ts')).supervise,
  sessions: async () => (await import('./sessions.ts')).sessions,
  status: async () => (await import('./status.ts')).status,
  trust: async () => (await import('./trust.ts')).trust,
  providers: async () => (await import('./providers.ts')).providers,
  models: async () => (await import('./models.ts')).models,
  doctor: async () => (await import('./doctor.ts')).doctor,
  config: async () => (await import('./config.ts')).config,
  update: async () => (await import('./update.ts')).update,
  prompt: async () => (await import('./prompt.ts')).prompt,
  statusline: async () => (await import('./statusline.ts')).statusline,
  completion: async () => (await import('./completion.ts')).completion,
};
