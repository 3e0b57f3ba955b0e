import type { ToolCall } from '../../../src/run/request.ts';
import { claudeArgs } from '../../../src/tools/claude-args.ts';
import { toolCommand } from '../../../src/tools/index.ts';
import { call } from './call.ts';

const STREAM = ['--output-format', 'stream-json', '--verbose', '--include-partial-messages'];

const rows: [string, Partial<ToolCall>, string[]][] = [
  ['on the terminal', {}, []],
  ['model and effort are in the environment', { model: 'm', effort: 'max' }, []],
  ['one prompt', { mode: 'print' }, ['-p']],
  ['one prompt, live', { mode: 'live' }, ['-p', ...STREAM]],
  ['the user’s words come last', { mode: 'print', toolArgs: ['--add-dir', 'a'] }, ['-p', '--add-dir', 'a']],
  ['the user’s -p', { mode: 'print', toolArgs: ['-p', 'hi'] }, ['-p', 'hi']],
  ['the user’s --print', { mode: 'live', toolArgs: ['--print'] }, [...STREAM, '--print']],
  [
    'the user’s format',
    { mode: 'print', toolArgs: ['--output-format', 'json'] },
    ['-p', '--output-format', 'json'],
  ],
  [
    'the user’s part of the live flags',
    { mode: 'live', toolArgs: ['--output-format=stream-json', '--verbose'] },
    ['-p', '--include-partial-messages', '--output-format=stream-json', '--verbose'],
  ],
  ['skip', { permission: 'skip' }, ['--dangerously-skip-permissions']],
  ['bypass', { permission: 'bypass' }, ['--permission-mode', 'bypassPermissions']],
  ['auto', { permission: 'auto', mode: 'print' }, ['-p', '--permission-mode', 'auto']],
  ['teammates', { teammateMode: 'tmux' }, ['--teammate-mode', 'tmux']],
  ['settings', { settingsFile: '/tmp/s', toolArgs: ['-c'] }, ['--settings', '/tmp/s', '-c']],
  ['the provider’s', { providerArgs: ['--x'], toolArgs: ['--y'] }, ['--x', '--y']],
];

test.each(rows)('%s', (_, parts, argv) => {
  expect(claudeArgs(call(parts))).toEqual({ argv, warnings: [] });
});

const outdone: [string, Partial<ToolCall>, string[], string][] = [
  [
    'a permission mode',
    { permission: 'skip', toolArgs: ['--permission-mode', 'plan'] },
    ['--permission-mode', 'plan'],
    '--permission-mode was given to the tool itself, so --skip is left out',
  ],
  [
    'a permission mode behind =',
    { permission: 'auto', toolArgs: ['--permission-mode=plan'] },
    ['--permission-mode=plan'],
    '--permission-mode was given to the tool itself, so --auto is left out',
  ],
  [
    'no permissions',
    { permission: 'bypass', toolArgs: ['--dangerously-skip-permissions'] },
    ['--dangerously-skip-permissions'],
    '--dangerously-skip-permissions was given to the tool itself, so --bypass is left out',
  ],
  [
    'settings',
    { settingsFile: '/tmp/s', toolArgs: ['--settings', '{}'] },
    ['--settings', '{}'],
    '--settings was given to the tool itself, so the file that keeps other settings from redirecting the session is left out',
  ],
];

test.each(outdone)('the user’s own words win, with a warning: %s', (_, parts, argv, warning) => {
  expect(claudeArgs(call(parts))).toEqual({ argv, warnings: [warning] });
});

test('a flag that only begins in the same way is another one', () => {
  const parts: Partial<ToolCall> = {
    mode: 'print',
    permission: 'skip',
    toolArgs: ['--permission-mode-x', '--print-x'],
  };
  expect(claudeArgs(call(parts))).toEqual({
    argv: ['-p', '--dangerously-skip-permissions', '--permission-mode-x', '--print-x'],
    warnings: [],
  });
});

test.each([[['--output-format', 'json']], [['--output-format=text']]])(
  'live cannot translate %j',
  (toolArgs) => {
    expect(() => claudeArgs(call({ mode: 'live', toolArgs }))).toThrow(
      expect.objectContaining({
        name: 'UsageError',
        message: expect.stringMatching(/^--live and --output-format (json|text) /),
      }),
    );
  },
);

test('each tool has its own command line', () => {
  expect(toolCommand('cc', call({ mode: 'print' })).argv).toEqual(['-p']);
  expect(toolCommand('codex', call({ mode: 'print' })).argv).toContain('exec');
});
