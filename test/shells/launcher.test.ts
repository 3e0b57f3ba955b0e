import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../support/find-program.ts';
import { type Finished, run, runProgram } from '../support/run.ts';
import { nodeWith, PACKAGE, useSandbox } from '../support/sandbox.ts';
import { GUARD, on, SHELLS } from '../support/shells.ts';

const box = useSandbox();
const VERSION = (JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string })
  .version;
const SAID = { status: 0, stdout: `${VERSION}\n`, stderr: '' };

const withoutNode = (...argv: string[]): Finished => {
  rmSync(join(box.bin, 'node'), { force: true });
  return runProgram(box, argv, { env: { PATH: box.bin } });
};

describe('without node', () => {
  test.each([
    ['ai', '--version'],
    ['ai', '-V'],
    ['ai-sessions', '--version'],
    ['ai-status', '--version'],
    ['ai', 'sessions', '--version'],
  ])('%s %s says the version', (...argv) => {
    symlinkSync(findProgram('readlink'), join(box.bin, 'readlink'));
    expect(withoutNode(...argv)).toMatchObject(SAID);
  });

  test.each([
    ['ai', 'env', '--version'],
    ['ai', '--version', '--aws'],
  ])('%s %s %s is not for the launcher', (...argv) => {
    symlinkSync(findProgram('readlink'), join(box.bin, 'readlink'));
    const { status, stderr } = withoutNode(...argv);
    expect([status, stderr]).toEqual([1, expect.stringContaining('node is not on PATH')]);
  });
});

test.each([
  ['/usr/bin/fish', '~/.config/fish/config.fish', 'ai init fish | source'],
  ['/bin/zsh', '~/.zshrc', 'eval "$(ai init zsh)"'],
  ['/bin/bash', '~/.bashrc', 'eval "$(ai init bash)"'],
  ['', '~/.bashrc', 'ai help init'],
])('ai use and ai off in a %s without the integration say what belongs where', (shell, file, line) => {
  for (const name of ['use', 'off']) {
    const { status, stdout, stderr } = runProgram(box, ['ai', name, '--aws'], { env: { SHELL: shell } });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`ai: \`ai ${name}\` changes the shell`);
    expect(stderr).toContain(`Put into ${file}, and open a new shell: `);
    expect(stderr).toContain(line);
  }
});

describe('a Node.js that is too old', () => {
  const { engines } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as {
    engines: { node: string };
  };
  const [major = 0, minor = 0] = engines.node.replace('>=', '').split('.').map(Number);
  const by = (version: string, ...argv: string[]): Finished => {
    const preload = box.plant(
      'old.cjs',
      `Object.defineProperty(process, 'version', { value: '${version}' });`,
    );
    nodeWith(box, `--require=${preload}`);
    return runProgram(box, argv);
  };

  test.each([`v${major}.${minor - 1}.9`, `v${major - 2}.${minor + 1}.0`, 'v10.24.1'])('%s', (version) => {
    const remedy = / is v\d+\.\d+\.\d+\n {2}Install a newer one/;
    const refused = by(version, 'ai', 'sessions');
    expect(refused).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(remedy) });
    expect(refused.stderr).toContain(`${version}\n`);
    expect(refused.stderr).toContain(`Node.js ${major}.${minor} or later`);
    expect(by(version, 'ai', 'env', '--aws')).toMatchObject({ status: 1, stdout: `${GUARD}false\n` });
  });

  test.each([`v${major}.${minor}.0`, `v${major + 1}.0.0`, `v${major * 5}.1.0`])(
    '%s is new enough',
    (version) => {
      expect(by(version, 'ai', 'sessions')).toMatchObject({ status: 0, stderr: '' });
    },
  );
});

describe.each(SHELLS)('$name: when node is killed', (shell) => {
  beforeEach(() => box.program('node', '#!/bin/sh\nkill -KILL $$\n'));

  test('ai env evaluates to a failure, and nothing has changed', () => {
    const lines = [on(shell), shell.say('on', shell.status), shell.say('id', shell.orUnset('AI_SESSION_ID'))];
    expect(run(shell, box, lines)).toMatchObject({ status: 0, said: { on: '1', id: 'UNSET' }, stderr: '' });
  });

  test('what is meant to be read has no code in it', () => {
    for (const flag of ['--dry-run', '--json', '--help', '-h'])
      expect(runProgram(box, ['ai', 'env', '--aws', flag])).toMatchObject({ status: null, stdout: '' });
  });
});

test('a session that node was killed for stays, and may be switched again', () => {
  for (const shell of SHELLS) {
    const kill = `printf '#!/bin/sh\\nkill -KILL $$\\n' > ${box.bin}/node`;
    const lines = [on(shell, '--ollama --model m'), `rm ${box.bin}/node`, kill, `chmod +x ${box.bin}/node`];
    const said = [shell.say('on', shell.status), shell.say('model', shell.value('AI_SESSION_MODEL'))];
    const result = run(shell, box, [...lines, on(shell, '--ollama --model n'), ...said]);
    expect(result.said).toEqual({ on: '1', model: 'm' });
    rmSync(join(box.bin, 'node'));
    symlinkSync(process.execPath, join(box.bin, 'node'));
  }
});

/** The package as npm installs it: for everybody, or for one project. */
describe.each([
  ['globally', 'prefix/lib/node_modules/ai-runner', 'prefix/bin', '../lib/node_modules/ai-runner/shell/ai'],
  ['locally', 'project/node_modules/ai-runner', 'project/node_modules/.bin', '../ai-runner/shell/ai'],
])('installed %s', (_how, folder, bin, target) => {
  const install = (): void => {
    for (const name of ['shell', 'package.json'])
      cpSync(join(PACKAGE, name), join(box.root, folder, name), { recursive: true });
    mkdirSync(join(box.root, bin), { recursive: true });
    for (const name of ['ai', 'ai-sessions']) symlinkSync(target, join(box.root, bin, name));
  };

  test('the link is followed without a program', () => {
    install();
    expect(withoutNode(join(box.root, bin, 'ai'), '--version')).toMatchObject(SAID);
    expect(withoutNode(join(box.root, bin, 'ai-sessions'), '--version')).toMatchObject(SAID);
  });

  test('before it was built it says how to build it, and never evaluates to success', () => {
    install();
    const [plain, env] = [['--help'], ['env', '--aws']].map((words) =>
      runProgram(box, [join(box.root, bin, 'ai'), ...words]),
    );
    const stderr = `ai: the program is not built: run \`npm install\` in ${join(box.root, folder)}\n`;
    expect(plain).toMatchObject({ status: 1, stdout: '', stderr });
    expect(env).toMatchObject({ status: 1, stdout: 'false\n', stderr });
  });

  test('a link to a link is read', () => {
    install();
    symlinkSync(findProgram('readlink'), join(box.bin, 'readlink'));
    symlinkSync(join(box.root, bin, 'ai'), join(box.root, 'mine'));
    expect(withoutNode(join(box.root, 'mine'), '--version')).toMatchObject(SAID);
  });

  test('another package beside the link is not taken for ours', () => {
    install();
    symlinkSync(findProgram('readlink'), join(box.bin, 'readlink'));
    const other = join(box.root, 'other');
    cpSync(join(PACKAGE, 'shell'), join(other, 'shell'), { recursive: true });
    const text = readFileSync(join(PACKAGE, 'package.json'), 'utf8');
    box.plant('package.json', text.replace(`"version": "${VERSION}"`, '"version": "9.9.9"'));
    cpSync(join(box.home, 'package.json'), join(other, 'package.json'));
    rmSync(join(box.root, bin, 'ai'));
    symlinkSync(join(other, 'shell/ai'), join(box.root, bin, 'ai'));
    expect(withoutNode(join(box.root, bin, 'ai'), '--version')).toMatchObject({ stdout: '9.9.9\n' });
  });
});
