import { blocks } from '../support/blocks.ts';
import { type Terminal, terminal } from '../support/pty.ts';
import { runProgram } from '../support/run.ts';
import { AWS_KEYS, useSandbox } from '../support/sandbox.ts';
import { bash, fish, type Shell, zsh } from '../support/shells.ts';

const PAGE = 'docs/shell-integration.md';

/** The only block of the page with this text. */
const block = (text: string): string => {
  const [found, ...others] = blocks(PAGE).filter((each) => each.includes(text));
  if (found === undefined || others.length > 0) throw new Error(`not one block with ${text}`);
  return found;
};

/** In zsh the comment of the block says what stands there instead. */
const forZsh = (text: string): string => text.replace(/^.*# zsh: /gm, '');

const LIQUIDPROMPT = block('LP_PS1_POSTFIX');

/** Recipes, and what makes the status visible in the prompt that comes of them. */
const RECIPES: readonly (readonly [string, Shell, string, string, RegExp])[] = [
  ['a place', bash, block('# bash'), "PS1+='@$?> '", /\[aws opus-5-5 \^\] .?.?$/],
  ['a place', zsh, block('# zsh;'), "PROMPT+='@%?> '", /\[aws opus-5-5 \^\] .?.?$/],
  [
    'a place',
    fish,
    block('fish_right_prompt'),
    'functions -c fish_prompt own; function fish_prompt; set -l s $status; own; echo -n "@$s> "; end',
    / \[aws opus-5-5 \^\] > $/,
  ],
  ['liquidprompt', bash, LIQUIDPROMPT, "LP_PS1_POSTFIX+='@$?> '", /\[aws opus-5-5 \^\] .?.?$/],
  ['liquidprompt', zsh, forZsh(LIQUIDPROMPT), "LP_PS1_POSTFIX+='@%?> '", /\[aws opus-5-5 \^\] .?.?$/],
];

describe.each(RECIPES)('%s (%#)', (_what, shell, recipe, status, shown) => {
  const box = useSandbox({ env: { ...AWS_KEYS, NO_COLOR: '1' } });
  let term: Terminal;
  afterEach(() => term.close());

  test(`${shell.name}: the recipe does what it says`, async () => {
    term = terminal(shell, box, [shell.source(`ai init ${shell.name}`), recipe, status]);
    await term.ready();
    await term.enter('ai use --aws --opus');
    const failed = await term.enter('sh -c "exit 3"');
    expect(failed.status).toBe(3);
    expect(failed.text).toMatch(shown);
    expect((await term.enter('ai off')).text).not.toContain('[aws');
  });
});

describe('the example of a format', () => {
  const box = useSandbox({ env: { ...AWS_KEYS, AWS_REGION: 'eu-west-1' } });

  test('gives what stands beside it', () => {
    const example = block('format: ');
    box.plant('.ai-runnerrc', example);
    const { stdout } = runProgram(box, ['ai', 'env', '--shell', 'bash', '--aws', '--opus']);
    const promised = /# (⟨.*⟩)$/m.exec(example)?.[1];
    expect(Buffer.from(stdout, 'latin1').toString('utf8')).toContain(`\nprompt=${promised}\n`);
  });
});
