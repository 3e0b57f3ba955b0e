// A prompt file that runs as a program, with a tool that says what Claude Code says.

const event = (fields) => ({ type: 'stream_event', event: fields, parent_tool_use_id: null });
const block = (index, fields) => [
  event({ type: 'content_block_start', index, content_block: fields.start }),
  event({ type: 'content_block_delta', index, delta: fields.delta }),
];
const says = (text) => [
  ...block(0, { start: { type: 'text', text: '' }, delta: { type: 'text_delta', text } }),
  event({ type: 'content_block_stop', index: 0 }),
];
const uses = (name, input) => ({
  type: 'assistant',
  message: {
    id: 'm1',
    type: 'message',
    role: 'assistant',
    content: [{ type: 'tool_use', id: 't1', name, input }],
  },
  parent_tool_use_id: null,
});
const result = {
  type: 'result',
  subtype: 'success',
  is_error: false,
  num_turns: 3,
  result: 'done',
  total_cost_usd: 0.0137,
  usage: { input_tokens: 2400, output_tokens: 68 },
  modelUsage: { 'claude-opus-5-5': { inputTokens: 2400, outputTokens: 68, costUSD: 0.0137 } },
};

const FIRST = [
  { type: 'system', subtype: 'init', model: 'claude-opus-5-5', tools: ['Bash'] },
  event({ type: 'message_start', message: { id: 'm1', role: 'assistant', content: [] } }),
  ...says('I run the tests first.\n'),
  uses('Bash', { command: 'npm test', description: 'Run the tests' }),
  event({ type: 'message_stop' }),
];
const REST = [
  event({ type: 'message_start', message: { id: 'm2', role: 'assistant', content: [] } }),
  ...says(
    'One test fails: `parse` takes `--aws=yes` for a switch.\nIt is mended in src/parse.ts, and all 42 tests pass.\n',
  ),
  event({ type: 'message_stop' }),
  result,
];

const printed = (lines) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** Says the first part, waits for the file \`go\` where it is asked to, and says the rest. */
const tool = (waits) => `#!/bin/sh
case $* in *--help*) exit ;; esac
cat >/dev/null
cat <<'EOF'
${printed(FIRST)}EOF
${waits ? 'while [ ! -e "$HOME/go" ]; do sleep 0.1; done' : ''}
cat <<'EOF'
${printed(REST)}EOF
`;

const scene = (name, title, waits) => ({
  name,
  title,
  play: async (stage) => {
    stage.program('claude', tool(waits));
    const terminal = await stage.open('zsh', [84, 20]);
    if (waits) await terminal.press('./fix.md\r', /Bash.*\(\d+s\)/);
    else await terminal.enter('./fix.md');
    return terminal.screen();
  },
});

/** While the tool works, and when it is done. */
export const live = [
  scene('live-working', 'A prompt file as a program: while it works', true),
  scene('live', 'A prompt file as a program', false),
];
