import { basename } from 'node:path';
import { UsageError } from '../errors.ts';
import { SHELL_IDS, type ShellId } from '../shells/shell.ts';
import type { World } from '../world.ts';

/** A process on the way from us up to the first one. */
interface Ancestor {
  readonly pid: number;
  readonly parent: number;
  /** Name of its program, e.g. `zsh`. */
  readonly program: string;
}

const MOST_ANCESTORS = 32;
const PS_LIMIT_MS = 2000;

/** What a program's name says about its language; versions and login dashes are part of some names. */
const SHELL_OF: readonly (readonly [RegExp, ShellId])[] = [
  [/^-?bash(-\d.*)?$/, 'bash'],
  [/^-?zsh(-\d.*)?$/, 'zsh'],
  [/^-?fish(-\d.*)?$/, 'fish'],
  [/^-?(sh|dash|ash|ksh\w*|mksh|yash|busybox)$/, 'sh'],
];

const languageOf = (program: string): ShellId | undefined =>
  SHELL_IDS.find((id) => id === program) ?? SHELL_OF.find(([pattern]) => pattern.test(program))?.[1];

/** From /proc/PID/stat, proc(5): `pid (comm) state ppid …`, and the name of the program behind /proc/PID/exe. */
const fromProc = (world: World, pid: number): Ancestor | undefined => {
  try {
    const stat = world.files.read(`/proc/${pid}/stat`);
    const end = stat.lastIndexOf(')');
    const parent = Number(stat.slice(end + 2).split(' ')[1]);
    const comm = stat.slice(stat.indexOf('(') + 1, end);
    return { pid, parent, program: programOf(world, pid, comm) };
  } catch {
    return undefined;
  }
};

const programOf = (world: World, pid: number, comm: string): string => {
  try {
    return basename(world.files.realpath(`/proc/${pid}/exe`));
  } catch {
    return comm;
  }
};

const fromPs = (world: World, pid: number): Ancestor | undefined => {
  // BSD's ps takes everything behind the first `=` of an `-o` for the title of that column.
  const argv = ['ps', '-o', 'ppid=', '-o', 'comm=', '-p', String(pid)];
  const { status, stdout } = world.run(argv, { env: world.env, timeoutMs: PS_LIMIT_MS, stdout: 'capture' });
  const [, parent, program] = /^\s*(\d+)\s+(.+?)\s*$/.exec(stdout) ?? [];
  return status === 0 && program ? { pid, parent: Number(parent), program: basename(program) } : undefined;
};

/** The processes above us, nearest first; each is looked at when it is asked for. */
export function* ancestors(world: World): Generator<Ancestor> {
  let pid = world.ppid;
  for (let count = 0; pid > 1 && count < MOST_ANCESTORS; count++) {
    const next = world.platform === 'linux' ? fromProc(world, pid) : fromPs(world, pid);
    if (!next) return;
    yield next;
    pid = next.parent;
  }
}

/** `npx` runs us through a `sh` of its own, which does not evaluate what we print. */
const isNpxShell = (world: World, language: ShellId, above: () => Ancestor | undefined): boolean =>
  language === 'sh' && world.env.npm_command === 'exec' && above()?.program === 'node';

const nearest = (world: World): ShellId | undefined => {
  const chain = ancestors(world);
  for (let next = chain.next(); !next.done; next = chain.next()) {
    const language = languageOf(next.value.program);
    if (language === undefined) continue;
    // `node` is no shell: it does not matter that it is passed over.
    if (!isNpxShell(world, language, () => chain.next().value || undefined)) return language;
  }
  return undefined;
};

/**
 * The shell that will evaluate our output: the one asked for, else the nearest one above us, else the login shell.
 * @throws UsageError when none can be told
 */
export const callingShell = (world: World, asked: string | undefined): ShellId => {
  const shell = asked ?? nearest(world) ?? languageOf(basename(world.env.SHELL ?? ''));
  if (shell) return shell as ShellId;
  throw new UsageError('cannot tell which shell this is for', `add --shell ${SHELL_IDS.join('|')}`);
};
