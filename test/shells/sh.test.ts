import { findProgram } from '../support/find-program.ts';
import { environment, type Finished, listing, runProgram } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { AWS_SESSION, CONFLICTS, OLLAMA_SESSION } from '../support/session-env.ts';

/** A shell of POSIX and no more: no arrays, no `declare`, no hook that every end would run. */
const dash = findProgram('dash');

describe('a plain sh (dash)', () => {
  const box = useSandbox({ env: { ...AWS_KEYS, ...CONFLICTS } });
  const on = (flags: string) => `eval "$(ai env ${flags})"`;
  const env = (name: string) => `/usr/bin/env -0 > ${box.file(name)}`;
  const sh = (...lines: readonly string[]): Finished => runProgram(box, [dash, '-c', lines.join('\n')]);

  test('is recognised; on sets, off gives back what was exported', () => {
    const begin = [env('before'), on('--aws --opus'), 'echo "on=$?"', env('during')];
    const result = sh(...begin, 'ai_off', 'echo "off=$?"', env('after'));
    expect(result).toMatchObject({ status: 0, stdout: 'on=0\noff=0\n', stderr: '' });
    const kept = Object.entries(environment(box, 'before')).filter(([name]) => !(name in CONFLICTS));
    expect(environment(box, 'during')).toEqual({ ...Object.fromEntries(kept), ...AWS_SESSION });
    expect(environment(box, 'after')).toEqual(environment(box, 'before'));
    expect([box.sessions(), box.litter()]).toEqual([[], []]);
  });

  test('values of every kind come back', () => {
    const values = [`'"\\$(x)`, ' a  b ', 'one\ntwo\n\n', '* ~ !', ''];
    const names = values.map((_, index) => `ANTHROPIC_VALUE_${index}`);
    const set = names.map((name, index) => `export ${name}='${values[index]?.replaceAll("'", "'\\''")}'`);
    sh(...set, env('before'), on('--aws --opus'), env('during'), 'ai_off', env('after'));
    expect(Object.keys(environment(box, 'during')).filter((name) => names.includes(name))).toEqual([]);
    expect(environment(box, 'after')).toEqual(environment(box, 'before'));
    expect(environment(box, 'before')).toMatchObject({ ANTHROPIC_VALUE_2: values[2] });
  });

  test.each(['set -eu', 'set -C', 'set -f', 'set -a', 'IFS=:', "IFS=''", 'unset IFS', 'PATH=/nowhere:$PATH'])(
    'under %s',
    (setting) => {
      const result = sh(
        setting,
        on('--aws --opus'),
        'echo "on=$?"',
        env('during').replace('>', '>|'),
        'ai_off',
        'echo "off=$?"',
      );
      expect(result).toMatchObject({ status: 0, stdout: 'on=0\noff=0\n', stderr: '' });
      expect(environment(box, 'during')).toMatchObject(AWS_SESSION);
    },
  );

  test('a refusal changes nothing; --unset ends; a switch switches', () => {
    const refused = sh(env('before'), `${on('--nope')} || echo "rc=$?"`, env('after'));
    expect(refused).toMatchObject({ stdout: 'rc=2\n', stderr: expect.stringContaining('nope') });
    expect(environment(box, 'after')).toEqual(environment(box, 'before'));
    sh(
      on('--aws --opus'),
      on('--ollama --model m'),
      env('switched'),
      on('--unset'),
      'echo "rc=$?"',
      env('ended'),
    );
    expect(environment(box, 'switched')).toMatchObject(OLLAMA_SESSION);
    expect(environment(box, 'switched')).not.toHaveProperty('CLAUDE_CODE_USE_BEDROCK');
    expect(environment(box, 'ended')).toEqual(environment(box, 'before'));
    expect(box.sessions()).toEqual([]);
  });

  test('a subshell ends neither its own nor the shell’s session; the end of the shell does, at the latest for a reader', () => {
    const result = sh(
      on('--aws --opus'),
      '(exit 3)',
      '(ai_off); echo "rc=$?"',
      'ai-sessions --quiet',
      'exit 7',
    );
    expect(result).toMatchObject({ status: 7, stdout: expect.stringMatching(/^rc=1\ncc-aws-\d+-\d+\n$/) });
    expect(listing(box)).toContain('No active sessions.');
    expect(box.sessions()).toEqual([]);
  });
});
