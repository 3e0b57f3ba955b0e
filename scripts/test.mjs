// `npm test`: brings what is missing, then checks types, style and runs every test. The last line is the count.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureClients } from './clients.mjs';
import { ensurePrograms } from './programs.mjs';
import { root, setUp } from './setup.mjs';

const run = (program, args) => spawnSync(program, args, { cwd: root, stdio: 'inherit' }).status === 0;
const bin = (name) => join(root, 'node_modules/.bin', name);

setUp();
ensurePrograms();
ensureClients();

const report = join(root, '.jest-report.json');
rmSync(report, { force: true });
const checks = [
  run(bin('tsc'), ['--noEmit']),
  run(bin('biome'), ['check', '--error-on-warnings', '.']),
  run(process.execPath, [join(root, 'scripts/size.mjs')]),
];
// What a test leaves open, e.g. esbuild's service, shall not keep the run from ending.
run(bin('jest'), ['--forceExit', '--json', '--outputFile', report, ...process.argv.slice(2)]);

const results = JSON.parse(readFileSync(report, 'utf8'));
rmSync(report, { force: true });
const broken = checks.filter((ok) => !ok).length + results.numRuntimeErrorTestSuites;
const failed = results.numFailedTests + broken;
const passed = results.numPassedTests + checks.length - checks.filter((ok) => !ok).length;
// A test that did not run has not passed.
const unfinished = results.numPendingTests + results.numTodoTests;
console.log(`${passed} passed, ${failed + unfinished} failed`);
process.exitCode = failed + unfinished === 0 ? 0 : 1;
