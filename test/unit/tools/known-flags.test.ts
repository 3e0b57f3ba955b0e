import { flagsInHelp } from '../../../src/tools/known-flags.ts';
import { CLAUDE_HELP, CODEX_HELP } from './help-text.ts';

test('flags in the layout of commander', () => {
  expect(Object.fromEntries(flagsInHelp(CLAUDE_HELP))).toEqual({
    '--add-dir': 'many',
    '--allowedTools': 'many',
    '--allowed-tools': 'many',
    '--append-system-prompt': 'one',
    '--bare': 'none',
    '-c': 'none',
    '--continue': 'none',
    '-d': 'optional',
    '--debug': 'optional',
    '--exclude-dynamic-system-prompt-sections': 'none',
    '--model': 'one',
    '-n': 'one',
    '--name': 'one',
    '--output-format': 'one',
    '-p': 'none',
    '--print': 'none',
    '--prompt-suggestions': 'optional',
    '-r': 'optional',
    '--resume': 'optional',
    '--session-id': 'one',
    '--verbose': 'none',
  });
});

test('flags in the layout of clap', () => {
  expect(Object.fromEntries(flagsInHelp(CODEX_HELP))).toEqual({
    '-c': 'one',
    '--config': 'one',
    '--enable': 'one',
    '-i': 'many',
    '--image': 'many',
    '-m': 'one',
    '--model': 'one',
    '--oss': 'none',
    '-p': 'one',
    '--profile': 'one',
    '--search': 'none',
    '-h': 'none',
    '--help': 'none',
  });
});

test.each([
  ['nothing', '', []],
  ['another layout', 'usage: tool [--flag VALUE]\n\noptional arguments:\n  --flag VALUE\n', []],
  ['no heading', '  -x, --long <a>\n', []],
  ['a heading at the end', 'Options:', []],
  ['line ends of Windows', 'Options:\r\n  -x, --long <a>\r\n  --other\r\n', ['-x', '--long', '--other']],
])('%s', (_, help, names) => {
  expect([...flagsInHelp(help).keys()]).toEqual(names);
});
