import { splitWords } from '../../../src/script/words.ts';

const SPLIT: readonly [text: string, words: string[]][] = [
  ['', []],
  ['  --aws \t --opus  ', ['--aws', '--opus']],
  ["--allowedTools 'Bash(npm test)' 'Read'", ['--allowedTools', 'Bash(npm test)', 'Read']],
  ['--allowedTools "Bash(npm test)" Read', ['--allowedTools', 'Bash(npm test)', 'Read']],
  ['--allowedTools Bash(git:*) Read', ['--allowedTools', 'Bash(git:*)', 'Read']],
  ['Bash(npm\\ test) a\\*b \\\\ \\\' \\"', ['Bash(npm test)', 'a*b', '\\', "'", '"']],
  ['* ? [ab] {a,b} ~', ['*', '?', '[ab]', '{a,b}', '~']],
  [
    'a>b < c | d || e & f && g ; h ;; (i) <(j) >>k',
    'a>b < c | d || e & f && g ; h ;; (i) <(j) >>k'.split(' '),
  ],
  ['#x a#b # c', ['#x', 'a#b', '#', 'c']],
  [
    `$HOME \${HOME} $(id) "$HOME" "\${HOME}" "$(id)" '$HOME'`,
    ['$HOME', `\${HOME}`, '$(id)', '$HOME', `\${HOME}`, '$(id)', '$HOME'],
  ],
  ["$'a\\nb' `id`", ['$a\\nb', '`id`']],
  ['"a\\"b" "a\\$b" "a\\\\b" "a\\nb"', ['a"b', 'a$b', 'a\\b', 'a\\nb']],
  ["'' \"\" a''b 'a'\"b\"c", ['', '', 'ab', 'abc']],
  ['"it\'s" \'say "x"\'', ["it's", 'say "x"']],
  ['{a} [b] `c` ~ %1 !d =e\u00a0f\u2028\tg\r\n', ['{a}', '[b]', '`c`', '~', '%1', '!d', '=e', 'f', 'g']],
  ['größe "日本 語" \u{1F600}', ['größe', '日本 語', '\u{1F600}']],
];

test.each(SPLIT)('%j is split', (text, words) => {
  expect(splitWords(text)).toEqual(words);
});

test.each([["a 'b"], ['a "b'], ['a "b\\"'], ['a b\\'], ["it's"]])('%j has an open end', (text) => {
  expect(splitWords(text)).toBeUndefined();
});
