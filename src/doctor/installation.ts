import { dirname, join } from 'node:path';
import { onPath } from '../facts/find-program.ts';
import { realPath } from '../facts/program-file.ts';
import { integrationFile } from '../facts/startup-files.ts';
import { callingShell } from '../start/calling-shell.ts';
import { initLine, tilde } from '../text/shell.ts';
import type { World } from '../world.ts';
import { type Finding, findings } from './finding.ts';

const { problem, note, ok } = findings('installation');

const COMMANDS = ['ai', 'ai-sessions', 'ai-status'];
const LIMIT_MS = 5000;

/** Another program under one of our names. */
const foreign = (world: World, name: string): Finding[] => {
  const launcher = realPath(world, join(world.packageDir, 'shell', 'ai'));
  const [first, ...others] = onPath(world, name);
  if (first === undefined || realPath(world, first) === launcher) return [];
  const own = others.find((path) => realPath(world, path) === launcher);
  const where = own === undefined ? 'the folder of AI Runner' : tilde(world, dirname(own));
  const thing = `${name} on PATH is ${tilde(world, first)}, which is not this AI Runner`;
  return [problem(thing, `Put ${where} before it in PATH, or remove it.`)];
};

const commands = (world: World): Finding[] => {
  const absent = COMMANDS.filter((name) => onPath(world, name).length === 0);
  const missing = absent.length > 0 && `not on PATH: ${absent.join(', ')}`;
  return [
    ...COMMANDS.flatMap((name) => foreign(world, name)),
    ...(missing ? [note(missing, 'Install them for good: npm install -g ai-runner')] : []),
  ];
};

/** Node.js against what the package asks for. */
const node = async (world: World): Promise<Finding> => {
  const [program = 'node'] = world.self;
  const { stdout } = world.run([program, '--version'], {
    env: world.env,
    timeoutMs: LIMIT_MS,
    stdout: 'capture',
  });
  const version = stdout.trim();
  const { satisfies } = await import('semver');
  const { engines } = JSON.parse(world.files.read(join(world.packageDir, 'package.json'))) as {
    engines: { node: string };
  };
  if (satisfies(version, engines.node)) return ok(`Node.js ${version}`);
  const thing = `Node.js ${version || '(unknown version)'} at ${program} is not ${engines.node}`;
  return problem(thing, 'Install a newer Node.js, or put it first in PATH.');
};

const integration = (world: World): Finding[] => {
  try {
    const shell = callingShell(world, undefined);
    if (shell === 'sh') return [];
    const file = integrationFile(world, shell);
    return file === undefined
      ? [
          note(
            `${shell} starts without the shell integration`,
            `Put into its start-up file: ${initLine(shell)}`,
          ),
        ]
      : [ok(`${tilde(world, file)} loads the shell integration`)];
  } catch {
    return [];
  }
};

/** Whether the commands on PATH are ours, Node.js is new enough and the shell has its integration. */
export const installation = async (world: World): Promise<Finding[]> => [
  ...commands(world),
  await node(world),
  ...integration(world),
];
