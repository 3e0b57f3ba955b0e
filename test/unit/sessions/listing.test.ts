import { idListing, listing, otherListing } from '../../../src/sessions/listing.ts';
import type { Session } from '../../../src/sessions/session.ts';
import { AWS, OLLAMA, session, view } from './example.ts';

const text = (pieces: Iterable<string>): string => [...pieces].join('');

test('the listing, byte by byte', () => {
  expect(text(listing([[AWS, OLLAMA]], view()))).toBe(`
=== Active AI Sessions ===

Session 1:
  ID: cc-aws-12345-1704067200
  Provider: AWS Bedrock
  Auth: AWS credentials (profile: default)
  Model: global.anthropic.claude-opus-5-5
  Small/Fast Model: global.anthropic.claude-haiku-5-5
  Region: us-west-2
  Tool: cc (Claude Code)
  Agent Teams: enabled

Session 2:
  ID: cc-ollama-12346-1704067210
  Provider: Ollama
  Auth: None (local)
  Model: qwen3-coder
  Tool: cc (Claude Code)

Total sessions: 2
`);
});

test.each<Partial<Session>>([
  { provider: 'vertex', providerName: undefined },
  { providerName: 'Another' },
  { auth: 'Another' },
  { model: 'another' },
  { smallModel: 'another' },
  { region: 'another' },
  { project: 'another' },
  { tool: 'codex' },
  { teams: false },
])('of two neighbours one has %j, and each is shown as it is', (changes) => {
  const alone = (each: Session): string => [...listing([[each]], view())][1] ?? '';
  const base = { ...AWS, ...('providerName' in changes ? { providerName: undefined } : {}) };
  const other = { ...base, ...changes };
  const [, shown] = [...listing([[base, other, base, base]], view())];
  const expected = [base, other, base, base].map((each, index) => alone(each).replace('1:', `${index + 1}:`));
  expect(shown).toBe(expected.join(''));
});

test('without sessions', () => {
  expect(text(listing([], view()))).toBe('\n=== Active AI Sessions ===\n\nNo active sessions.\n');
});

test('the long listing adds what describes the process, behind the rest', () => {
  const processName = (pid: number): string | undefined => (pid === 12345 ? 'zsh' : undefined);
  const [, first, second] = [...listing([[AWS], [OLLAMA]], view({ long: true, processName }))];
  expect(first).toContain(`  Agent Teams: enabled
  PID: 12345
  Uptime: 2h 5m
  Kind: shell
  Shell: zsh
  Directory: /home/user/app
  Terminal: /dev/pts/3
  Process: zsh

`);
  expect(second).toContain('  Tool: cc (Claude Code)\n  PID: 12346\n  Uptime: 2h 4m\n  Kind: run\n\n');
});

test.each<[object, string]>([
  [
    { provider: 'vertex', region: 'global', project: 'p' },
    '  Provider: vertex\n  Region: global\n  Project: p\n  Tool: cc',
  ],
  [{ tool: 'codex' }, '  Tool: codex (Codex CLI)\n'],
  [{ tool: 'aider' }, '  Tool: aider\n'],
  [{ tool: '', provider: '' }, '  ID: cc-aws-12345-1704067200\n\n'],
  [
    { model: 'a\x1b]0;owned\x07b\u202ec', id: '\x9b' },
    '  ID: \\x9b\n  Provider: aws\n  Model: a\\x1b]0;owned\\x07b\\u202ec\n',
  ],
])('%j reads %j', (changes, expected) => {
  expect(text(listing([[session(changes)]], view()))).toContain(expected);
});

test('only headlines are emphasized', () => {
  const emphasize = (line: string): string => `<${line}>`;
  expect(text(listing([[OLLAMA]], view({ emphasize })))).toBe(`
<=== Active AI Sessions ===>

<Session 1:>
  ID: cc-ollama-12346-1704067210
  Provider: Ollama
  Auth: None (local)
  Model: qwen3-coder
  Tool: cc (Claude Code)

Total sessions: 1
`);
});

test('other processes have a headline of their own', () => {
  const processes = [
    { pid: 7, tool: 'cc', name: 'claude', cwd: '/home/user/a\nb' },
    { pid: 8, tool: 'codex', name: 'codex', cwd: undefined },
  ];
  expect(text(otherListing(processes, view()))).toBe(`
=== Other AI Processes ===

Process 1:
  PID: 7
  Name: claude
  Tool: cc (Claude Code)
  Directory: /home/user/a\\x0ab

Process 2:
  PID: 8
  Name: codex
  Tool: codex (Codex CLI)

Total processes: 2
`);
  expect(text(otherListing([], view()))).toBe('\n=== Other AI Processes ===\n\nNo other AI processes.\n');
});

test('ids alone, one a line', () => {
  expect(text(idListing([[AWS, session({ id: 'a\nb' })]]))).toBe('cc-aws-12345-1704067200\na\\x0ab\n');
  expect(text(idListing([]))).toBe('');
});
