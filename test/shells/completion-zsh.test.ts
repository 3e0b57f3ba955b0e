import { type Completing, completing, withInit } from '../support/completion.ts';
import { useSandbox } from '../support/sandbox.ts';
import { zsh } from '../support/shells.ts';

const box = useSandbox();
let keys: Completing;
afterEach(() => keys.terminal.close());

/** The flags that were listed, with the blanks behind them as they stand in front of a description. */
const listed = (shown: string): string[] =>
  [...shown.matchAll(/(--[a-z-]+ +)-- \S/g)].map(([, cell]) => cell ?? '');

test('the descriptions of all flags stand in one column', async () => {
  keys = await completing(zsh, box);
  const cells = listed(await keys.tab('ai use --'));
  expect(cells.length).toBeGreaterThan(20);
  expect([...new Set(cells.map(({ length }) => length))]).toEqual(['--aws-profile  '.length]);
});

test('whoever has groups shown sees those of the help', async () => {
  const styles = [
    "zstyle ':completion:*' group-name ''",
    "zstyle ':completion:*:descriptions' format '=%d='",
  ];
  keys = await completing(zsh, box, [...withInit(zsh), ...styles]);
  const shown = await keys.tab('ai use --');
  const [, first, second] = shown.split(/=Providers=|=Models=|=Tool=|=Flags=/);
  expect(listed(first ?? '').map((cell) => cell.trim())).toContain('--aws');
  expect(listed(second ?? '').map((cell) => cell.trim())).toContain('--opus');
  expect(shown.match(/=\w+=/g)).toEqual(['=Providers=', '=Account=', '=Models=', '=Tool=', '=Flags=']);
});
