import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseStat } from '../sessions/proc.ts';
import type { Session } from '../sessions/session.ts';
import { format } from '../sessions/session-file.ts';

const startTime = (): string | undefined => {
  try {
    return parseStat(readFileSync('/proc/self/stat', 'latin1'))?.startTime;
  } catch {
    return undefined;
  }
};

const session = (): Session => {
  const { pid } = process;
  const startedAt = Math.ceil(Date.now() / 1000);
  return {
    id: `cc-aws-${pid}-${startedAt}`,
    tool: 'cc',
    provider: 'aws',
    providerName: 'AWS Bedrock',
    auth: 'AWS credentials (profile: default)',
    payer: 'cloud',
    model: 'opus',
    smallModel: 'haiku',
    region: 'us-west-2',
    project: undefined,
    teams: false,
    pid,
    startedAt,
    startTime: startTime(),
    kind: 'shell',
    shell: 'bash',
    cwd: '/',
    tty: undefined,
  };
};

/**
 * Fills an empty home with what typical runs look for: tools that are found and never started, a prompt file, and a
 * session, of this process, that can be listed.
 *
 * @returns the whole environment of such runs, in which nothing is the user's
 */
export const furnish = (home: string): Record<string, string> => {
  const [bin, own] = [join(home, 'bin'), join(home, '.ai-runner')];
  for (const folder of [bin, own, join(own, 'sessions')]) mkdirSync(folder, { mode: 0o700 });
  for (const tool of ['claude', 'codex']) writeFileSync(join(bin, tool), '#!/bin/sh\n', { mode: 0o700 });
  writeFileSync(join(home, 'prompt.md'), 'Hello\n');
  const live = session();
  writeFileSync(join(own, 'sessions', `${live.id}.info`), format(live), { mode: 0o600 });
  return {
    HOME: home,
    PATH: bin,
    SHELL: '/bin/bash',
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
    ANTHROPIC_API_KEY: 'none',
    AI_NO_UPDATE_CHECK: '1',
  };
};
