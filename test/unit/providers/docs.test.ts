import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROVIDERS } from '../../../src/providers/index.ts';

const PAGE = readFileSync(join(__dirname, '../../../docs/providers.md'), 'utf8');

/** The cells of the first table by the id in the first one. */
const rows = new Map(
  [...PAGE.matchAll(/^\| `([a-z]+)` \|(.*)\|$/gm)].map(([, id = '', cells = '']) => [
    id,
    cells.split('|').map((cell) => cell.trim()),
  ]),
);

test.each(PROVIDERS.map((provider) => [provider.id, provider] as const))(
  '%s is on the page',
  (id, provider) => {
    const [flags = '', , , codex] = rows.get(id) ?? [];
    expect(flags.split(', ')).toEqual(provider.flags.map((flag) => `\`--${flag}\``));
    expect(codex === '–').toBe(provider.codex === undefined);
    const variables = Object.values(provider.variables ?? {}).flat();
    expect(variables.filter((name) => !PAGE.includes(`\`${name}\``))).toEqual([]);
  },
);
