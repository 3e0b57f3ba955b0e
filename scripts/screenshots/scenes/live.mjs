// A prompt file that runs as a program, with a tool that says what Claude Code says.

const event = (fields) => ({ type: 'stream_event', event: fields, parent_tool_use_id: null });
const whole = (id, block) => ({
  type: 'assistant',
  message: { id, type: 'message', role: 'assistant', content: [block] },
  parent_tool_use_id: null,
});
/** A text in pieces, and the whole of it. */
const says = (id, text) => [
  event({ type: 'message_start', message: { id, role: 'assistant', content: [] } }),
  event({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }),
  event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }),
  whole(id, { type: 'text', text }),
  event({ type: 'content_block_stop', index: 0 }),
];
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

const stop = event({ type: 'message_stop' });
const TESTS = { command: 'npm test', description: 'Run the tests' };

const FIRST = [
  { type: 'system', subtype: 'init', model: 'claude-opus-5-5', tools: ['Bash'] },
  ...says('m1', 'I run the tests first.\n'),
  whole('m1', { type: 'tool_use', id: 't1', name: 'Bash', input: TESTS }),
  stop,
];
const REST = [
  ...says(
    'm2',
    'One test fails: `parse` takes `--aws=yes` for a switch.\nIt is mended, and all 42 tests pass.\n',
  ),
  stop,
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
