// `npm run test:nodes [-- [--node MAJOR]… JEST-ARGUMENT…]`: the tests on every Node.js that the package supports. jest runs on
// it, and so does everything that the tests start, because it is first on PATH.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureClients } from './clients.mjs';
import { installNodes, nodes } from './nodes.mjs';
import { ensurePrograms } from './programs.mjs';
import { root, setUp } from './setup.mjs';

const jest = join(root, 'node_modules/jest/bin/jest.js');
const report = join(root, '.jest-report.json');

/** Splits what is ours from what is jest's. */
const readArguments = (argv) => {
  const { tokens } = parseArgs({
    args: argv,
    options: { node: { type: 'string', multiple: true } },
    strict: false,
    tokens: true,
  });
  const own = tokens.filter(({ kind, name }) => kind === 'option' && name === 'node');
  const used = new Set(own.flatMap(({ index, inlineValue }) => (inlineValue ? [index] : [index, index + 1])));
  return { majors: own.map(({ value }) => value), rest: argv.filter((_, index) => !used.has(index)) };
};

const testOn = ({ node, bin, version }, args) => {
  console.log(`\nNode.js ${version}`);
  rmSync(report, { force: true });
  const { status } = spawnSync(node, [jest, '--forceExit', '--json', '--outputFile', report, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  });
  // Without a report jest did not get as far as to run anything.
  const { numPassedTests = 0, numTotalTests = 0 } = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : {};
  rmSync(report, { force: true });
  return { version, status, passed: numPassedTests, failed: numTotalTests - numPassedTests };
};

const { majors, rest } = readArguments(process.argv.slice(2));
installNodes();
const chosen = nodes().filter(({ major }) => majors.length === 0 || majors.includes(major));
const unknown = majors.filter((major) => !chosen.some((node) => node.major === major));
if (unknown.length > 0) {
  console.error(
    `test:nodes: there is no Node.js ${unknown.join(', ')} here: ${nodes()
      .map(({ major }) => major)
      .join(', ')}`,
  );
  process.exit(2);
}
setUp();
ensurePrograms();
// A part of the tests may do without the real clients, which are large.
if (rest.length === 0) ensureClients();

const results = chosen.map((node) => testOn(node, rest));
console.log('');
for (const { version, status, passed, failed } of results)
  console.log(`${version}: ${passed} passed, ${failed} failed${status === 0 ? '' : ` (status ${status})`}`);
process.exitCode = results.every(({ status }) => status === 0) ? 0 : 1;
