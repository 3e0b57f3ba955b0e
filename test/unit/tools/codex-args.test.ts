import type { ToolCall } from '../../../src/run/request.ts';
import { codexArgs } from '../../../src/tools/codex-args.ts';
import { call } from './call.ts';

const OWN = ['-c', 'ai_runner=true'];
const OLLAMA = ['-c', 'model_provider="ollama"'];
const EXEC = ['exec', '-', '--skip-git-repo-check'];
const BYPASS = '--dangerously-bypass-approvals-and-sandbox';

const rows: [string, Partial<ToolCall>, string[]][] = [
  ['on the terminal, in a process of its own', {}, OWN],
  ['with a provider, which is an override, too', { providerArgs: OLLAMA }, OLLAMA],
  ['with arguments of a provider that are none', { providerArgs: ['--x'] }, [...OWN, '--x']],
  [
    'where Codex would refuse a key that it does not know',
    { toolArgs: ['--strict-config'] },
    ['--strict-config'],
  ],
  ['one prompt', { mode: 'print' }, [...EXEC, ...OWN]],
  ['one prompt, live', { mode: 'live' }, [...EXEC, '--json', ...OWN]],
  ['a model', { model: 'gpt-6-luna' }, [...OWN, '-m', 'gpt-6-luna']],
  ['an effort', { effort: 'max' }, [...OWN, '-c', 'model_reasoning_effort="max"']],
  ['skip', { permission: 'skip' }, [...OWN, BYPASS]],
  ['bypass', { permission: 'bypass' }, [...OWN, BYPASS]],
  ['auto', { permission: 'auto', mode: 'print' }, [...EXEC, ...OWN, '--approve-for-me']],
  [
    'another key of the configuration',
    { permission: 'skip', toolArgs: ['-c', 'model="sandbox_mode=x"'] },
    [...OWN, BYPASS, '-c', 'model="sandbox_mode=x"'],
  ],
  ['a command of Codex', { toolArgs: ['resume', '--last'] }, [...OWN, 'resume', '--last']],
  [
    'flags of ours that the user gave',
    { mode: 'live', toolArgs: ['--json', '--skip-git-repo-check'] },
    ['exec', '-', ...OWN, '--json', '--skip-git-repo-check'],
  ],
  [
    'everything, the user’s words last',
    {
      mode: 'print',
      providerArgs: OLLAMA,
      model: 'm',
      effort: 'low',
      permission: 'skip',
      toolArgs: ['-i', 'a.png'],
    },
    [...EXEC, ...OLLAMA, '-m', 'm', '-c', 'model_reasoning_effort="low"', BYPASS, '-i', 'a.png'],
  ],
];

test.each(rows)('%s', (_, parts, argv) => {
  expect(codexArgs(call(parts))).toEqual({ argv, warnings: [] });
});

const outdone: [string[], string][] = [
  [['--yolo'], '--yolo'],
  [['-s', 'read-only'], '-s'],
  [['-sread-only'], '-s'],
  [['--sandbox=read-only'], '--sandbox'],
  [['-a', 'never'], '-a'],
  [['--ask-for-approval', 'never'], '--ask-for-approval'],
  [['--approve-for-me'], '--approve-for-me'],
  [[BYPASS], BYPASS],
  [['-c', 'sandbox_mode="read-only"'], 'sandbox_mode'],
  [['-c', 'approval_policy = "never"'], 'approval_policy'],
];

test.each(outdone)('the user’s own %j wins over --auto, with a warning', (toolArgs, flag) => {
  expect(codexArgs(call({ permission: 'auto', toolArgs }))).toEqual({
    argv: [...OWN, ...toolArgs],
    warnings: [`${flag} was given to the tool itself, so --auto is left out`],
  });
});

test.each([[['-m', 'x']], [['-mx']], [['--model=x']]])(
  'the user’s own %j wins over the model',
  (toolArgs) => {
    const { argv, warnings } = codexArgs(call({ model: 'gpt-6-luna', toolArgs }));
    expect(argv).toEqual([...OWN, ...toolArgs]);
    expect(warnings).toEqual([
      expect.stringMatching(/^(-m|--model) .* so the model gpt-6-luna is left out$/),
    ]);
  },
);

test('agent teams are Claude Code’s', () => {
  expect(codexArgs(call({ teammateMode: 'tmux' }))).toEqual({
    argv: OWN,
    warnings: [expect.stringContaining('--teammate-mode is left out')],
  });
});
