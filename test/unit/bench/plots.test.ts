import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { useSandbox } from '../../support/sandbox.ts';

const box = useSandbox();

/** The plots of a run in which one goal was met and one was missed by far; vega is an ES module, which jest cannot load. */
const plots = (): { goals: string; growth: string } => {
  const outfile = join(box.root, 'plots.mjs');
  const entry = join(__dirname, 'plots-program.ts');
  buildSync({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  const { stdout } = spawnSync(process.execPath, [outfile], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(stdout);
};

const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map(([, text = '']) => text);

test('the plots show every measured goal with its value, and a line for each curve', () => {
  const { goals, growth } = plots();
  expect(texts(goals)).toEqual(
    expect.arrayContaining([
      'Goals on Node.js v20.0.0: median, as a share of the limit',
      'ai env, JSON config',
      '1.10 of 1.25',
      'ai env, YAML config',
      '9.00 of 1.30',
    ]),
  );
  expect(texts(goals)).not.toContain('ai --version');
  expect(goals.match(/fill="#c8553d"/g)).toHaveLength(1);
  expect(goals.match(/fill="#2a7f62"/g)).toHaveLength(1);
  expect(texts(growth)).toEqual(expect.arrayContaining(['profiles', '1,000']));
  expect(growth.match(/aria-roledescription="line mark/g)).toHaveLength(1);
});
