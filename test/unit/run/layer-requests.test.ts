import { layerRequests } from '../../../src/run/arg-request.ts';
import { findKernelRun } from '../../../src/script/kernel-run.ts';
import { splitWords } from './around.ts';

import { NOTHING } from './request.ts';

const ask = async (...words: string[]) => (await splitWords(words, { files: ['task.md'] })).request;

const rows: [string, string[], string[], object][] = [
  ['a tier', ['--haiku'], ['--aws', '--opus'], { selection: { provider: 'aws', tier: 'haiku' } }],
  ['a provider', ['--vertex'], ['--aws', '--opus'], { selection: { provider: 'vertex', tier: 'opus' } }],
  ['the tool’s words, the typed ones last', ['--bare'], ['--verbose'], { toolArgs: ['--verbose', '--bare'] }],
  ['a permission', ['--auto'], ['--skip'], { permission: 'auto' }],
  [
    'what only the lower one says',
    ['task.md'],
    ['--skip', '--live', '-q'],
    { permission: 'skip', live: true, quiet: true, file: 'task.md' },
  ],
  ['what only the upper one says', ['--fallback', 'aws'], [], { fallback: ['aws'] }],
  ['lists', ['--fallback', 'aws'], ['--fallback', 'pro'], { fallback: ['aws'] }],
  [
    'the place of stdin',
    ['--stdin-position', 'append'],
    ['--stdin-position', 'prepend'],
    { stdinPosition: 'append' },
  ],
  ['teammates', ['--teammate-mode', 'auto'], ['--teammate-mode', 'tmux'], { teammateMode: 'auto' }],
  ['switches', ['--help'], ['--live'], { help: true, live: true }],
  ['a default is kept by whoever types it', ['--set-default'], [], { setDefault: true }],
  ['a script keeps none', [], ['--set-default'], {}],
  ['a script forgets none', [], ['--clear-default'], {}],
];

test.each(rows)('%s', async (_, upper, lower, expected) => {
  expect(layerRequests(await ask(...upper), await ask(...lower))).toEqual({ ...NOTHING, ...expected });
});

test('variables of both', () => {
  const variables = (...pairs: [string, string][]) => ({ ...NOTHING, variables: new Map(pairs) });
  const upper = variables(['a', 'typed']);
  const lower = variables(['a', 'first line'], ['b', 'first line']);
  expect([...layerRequests(upper, lower).variables]).toEqual([
    ['a', 'typed'],
    ['b', 'first line'],
  ]);
});

test('a script that the kernel starts gives its flags to the tool once, with their quotes read', async () => {
  const line = `#!/usr/bin/env -S ai --aws --allowedTools 'Bash(npm test)' 'Read' --max-turns 3\nhello`;
  const typed = ['--allowedTools', 'Bash(npm test)', 'Read', '--max-turns', '3'];
  const read = (path: string) => (path === './task' ? Buffer.from(line) : undefined);
  const kernel = findKernelRun(['--aws', ...typed, './task', '--haiku', '--verbose'], read);
  const request = layerRequests(await ask(...(kernel?.rest ?? [])), await ask(...(kernel?.words ?? [])));
  expect([kernel?.file, request]).toEqual([
    './task',
    { ...NOTHING, selection: { provider: 'aws', tier: 'haiku' }, toolArgs: [...typed, '--verbose'] },
  ]);
});
