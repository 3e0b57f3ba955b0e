import type { ApiStatus } from '../../../src/live/event.ts';
import {
  exitStatus,
  failureText,
  isProviderFailure,
  mayGoOn,
  type Outcome,
} from '../../../src/run/failure.ts';

test.each<[ApiStatus | undefined, boolean]>([
  ['unreachable', true],
  [401, true],
  [429, true],
  [500, true],
  [503, true],
  [529, true],
  [400, false],
  [403, false],
  [404, false],
  [413, false],
  [undefined, false],
])('status %s: may another provider do better? %s', (status, expected) => {
  const outcome: Outcome = {
    status: 1,
    signal: undefined,
    failure: { status, message: '' },
    outputBegan: false,
  };
  expect(isProviderFailure(status)).toBe(expected);
  expect(mayGoOn(outcome)).toBe(expected);
  expect(mayGoOn({ ...outcome, outputBegan: true })).toBe(false);
});

test('success is nothing to go on after', () => {
  expect(mayGoOn({ status: 0, signal: undefined, failure: undefined, outputBegan: false })).toBe(false);
});

test.each<[number | null, NodeJS.Signals | undefined, { isError: boolean } | undefined, number]>([
  [0, undefined, undefined, 0],
  [0, undefined, { isError: false }, 0],
  [0, undefined, { isError: true }, 1],
  [7, undefined, { isError: true }, 7],
  [7, undefined, { isError: false }, 7],
  [0, 'SIGINT', { isError: true }, 130],
  [null, 'SIGTERM', undefined, 143],
  [null, 'SIGHUP', { isError: false }, 129],
  [null, 'SIGKILL', undefined, 137],
  [null, undefined, undefined, 1],
])('code %s, signal %s, result %j: exit status %i', (code, signal, result, expected) => {
  expect(exitStatus(code, signal, result)).toBe(expected);
});

test.each<[ApiStatus | undefined, string, string]>([
  [429, 'slow down', 'ai: AWS Bedrock answered 429\n  slow down\n'],
  ['unreachable', '', 'ai: AWS Bedrock could not be reached\n'],
  [undefined, ' one\ntwo\x1b[2J\n', 'ai: AWS Bedrock failed\n  one\n  two\\x1b[2J\n'],
])('failure %s %j', (status, message, expected) => {
  expect(failureText('AWS Bedrock', { status, message })).toBe(expected);
});
