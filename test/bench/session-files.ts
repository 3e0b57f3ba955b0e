import { readFileSync } from 'node:fs';

/** Seconds since the epoch; in the future, because a process that began after its session would be another one. */
const STARTED_AT = 2_000_000_000;

/** Field 22 of `/proc/PID/stat` (proc(5)); nothing where there is no such file. */
const startTime = (pid: number): string[] => {
  try {
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    return [`start_time=${fields.split(' ')[19]}`];
  } catch {
    return [];
  }
};

/**
 * Files of so many live sessions, by their path in a home. With fewer processes than sessions several sessions share one.
 */
export const sessionFiles = (count: number, pids: readonly number[]): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const pid = pids[index % pids.length] as number;
      const startedAt = STARTED_AT + index;
      const id = `cc-aws-${pid}-${startedAt}`;
      const lines = [
        `id=${id}`,
        `pid=${pid}`,
        ...startTime(pid),
        'tool=cc',
        'provider=aws',
        'provider_name=AWS Bedrock',
        'auth=AWS credentials (profile: default)',
        'payer=cloud',
        'model=global.anthropic.claude-opus-5-5',
        'small_model=global.anthropic.claude-haiku-5-5',
        'region=us-west-2',
        `started_at=${startedAt}`,
        'shell=bash',
        `cwd=/home/someone/projects/number-${index}`,
        'prompt=[aws opus-5-5 ^]',
        'prompt_gone=[aws opus-5-5 ^!]',
        'prompt_color=6',
        'kind=shell',
      ];
      return [`.ai-runner/sessions/${id}.info`, `${lines.join('\n')}\n`];
    }),
  );

/** The same for airun, which names a file after the pid. */
export const airunFiles = (count: number, pids: readonly number[]): Record<string, string> =>
  Object.fromEntries(
    pids.slice(0, count).map((pid) => {
      const values = { TOOL: 'claude-code', PROVIDER: 'AWS Bedrock', MODEL: 'opus', REGION: 'us-west-2' };
      const lines = Object.entries({ ...values, PID: pid, START_TIME: STARTED_AT });
      return [
        `.ai-runner/sessions/${pid}`,
        lines.map(([key, value]) => `AI_SESSION_${key}="${value}"\n`).join(''),
      ];
    }),
  );
