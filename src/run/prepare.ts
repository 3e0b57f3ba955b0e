import { UserError } from '../errors.ts';
import { isFile } from '../facts/small-file.ts';
import { toolHelp } from '../facts/tool-help.ts';
import { layer } from '../plan/merge.ts';
import type { Selection, ToolId } from '../plan/selection.ts';
import { findKernelRun } from '../script/kernel-run.ts';
import { readScript, type Script } from '../script/script.ts';
import { readCandidate, readScriptFile } from '../script/script-file.ts';
import { clashes, fill, resolveVariables } from '../script/variables.ts';
import type { World } from '../world.ts';
import { type Located, locate, type Surroundings } from './arg-locate.ts';
import { layerRequests } from './arg-request.ts';
import { askedBy } from './asked.ts';
import { FLAGS } from './flags.ts';
import { readPiped } from './read-stdin.ts';
import type { RunRequest } from './request.ts';
import { split } from './split.ts';
import { compose } from './stdin.ts';

/** A run whose words, script and stdin have been read. */
export interface PreparedRun {
  readonly request: RunRequest;
  readonly version: boolean;
  /** The script as read, for its help; `undefined` without one. */
  readonly script: Script | undefined;
  /** The whole prompt; `undefined` for an interactive run. */
  readonly prompt: Buffer | undefined;
  readonly warnings: readonly string[];
}

/** The tool that starts when this is chosen; what is not chosen is the configuration's to say. */
type ToolFor = (asked: Selection) => ToolId;

/** Does the tool take its prompt from its own command line? stdin is then the tool's business. */
const hasOwnPrompt = ({ toolArgs, selection }: RunRequest, toolFor: ToolFor): boolean => {
  const [first, ...others] = toolArgs;
  if (first === undefined) return false;
  return toolFor(selection) === 'codex'
    ? first === 'exec' || first === 'e'
    : [first, ...others].some((word) => word === '-p' || word === '--print');
};

const surroundings = (world: World, toolFor: ToolFor): Surroundings => ({
  toolFlags: (asked) => toolHelp(world, toolFor(asked)),
  isFile: (path) => isFile(world.files, path),
});

/** The words around the file, and those of its first line where the kernel has read them, filled in by `env -S`. */
interface Found extends Located {
  readonly firstLine?: readonly string[];
}

const locateFile = async (
  world: World,
  words: readonly string[],
  takesAny: boolean,
  toolFor: ToolFor,
): Promise<Found> => {
  const kernel = findKernelRun(words, (path) => readCandidate(world, path));
  if (kernel) return { file: kernel.file, parts: [kernel.rest], firstLine: kernel.words };
  return locate(words, surroundings(world, toolFor), takesAny);
};

/** What was typed over the first line, and both over the front matter. */
const layered = (typed: RunRequest, line: RunRequest, script: Script): RunRequest => {
  const request = layerRequests(typed, line);
  return {
    ...request,
    selection: layer(request.selection, script.selection),
    live: request.live || (script.live ?? false),
  };
};

/** The tool for a first line, which has what was typed over it and the front matter under it. */
const between =
  (typed: RunRequest, script: Script, toolFor: ToolFor): ToolFor =>
  (asked) =>
    toolFor(layer(typed.selection, layer(asked, script.selection)));

const firstLineOf = async (
  words: readonly string[],
  script: Script,
  around: Surroundings,
): Promise<RunRequest> =>
  (await split({ file: undefined, parts: [words] }, script.variables, around)).request;

/** A piped text may come from anywhere: what the tool may do is for the command line to say. */
const harmless = (line: RunRequest): { readonly line: RunRequest; readonly warnings: readonly string[] } => {
  const ignored = [...(line.permission ? [`--${line.permission}`] : []), ...line.toolArgs];
  const warning = `the first line of a piped text cannot say ${ignored.join(' ')}: give it on the command line`;
  return {
    line: { ...line, permission: undefined, toolArgs: [] },
    warnings: ignored.length === 0 ? [] : [warning],
  };
};

const promptOf = (script: Script, request: RunRequest, name: string): Buffer =>
  fill(script.body, resolveVariables(script.variables, request.variables, name));

const isEmpty = (prompt: Buffer): boolean => prompt.toString('latin1').trim() === '';

/** A run with a prompt file: stdin joins it. */
const fromFile = async (
  world: World,
  located: Found,
  file: string,
  toolFor: ToolFor,
): Promise<PreparedRun> => {
  const script = await readScriptFile(world, file);
  const firstLine = located.firstLine ?? script.shebang;
  const below = layer(await askedBy(firstLine), script.selection);
  const around = surroundings(world, (asked) => toolFor(layer(asked, below)));
  const upper = await split(located, script.variables, around);
  const beneath = surroundings(world, between(upper.request, script, toolFor));
  const line = await firstLineOf(firstLine, script, beneath);
  const request = layered(upper.request, line, script);
  const warnings = [...upper.warnings, ...script.warnings, ...clashes(script.variables, FLAGS, file)];
  const base = { request, version: upper.version, script, warnings };
  if (request.help || upper.version) return { ...base, prompt: undefined };
  const body = promptOf(script, request, file);
  const piped = await readPiped(world, true, request.stdinPosition !== undefined);
  const prompt = compose(body, piped.bytes, request.stdinPosition);
  if (isEmpty(prompt))
    throw new UserError(`${file} has no prompt`, { hint: 'Write it below the first line.' });
  return { ...base, prompt, warnings: [...warnings, ...piped.warnings] };
};

/** A run without a prompt file: what is piped is the prompt, and may be a script of its own. */
const fromStdin = async (world: World, located: Located, toolFor: ToolFor): Promise<PreparedRun> => {
  const around = surroundings(world, toolFor);
  const upper = await split(located, [], around);
  const { request, warnings, version } = upper;
  const alone = { request, version, script: undefined, prompt: undefined, warnings };
  const asked = request.help || version || request.clearDefault || request.setDefault;
  if (asked || hasOwnPrompt(request, toolFor)) return alone;
  const { bytes } = await readPiped(world, false, false);
  if (isEmpty(bytes)) return alone;
  const script = await readScript(bytes, 'stdin');
  const beneath = surroundings(world, between(request, script, toolFor));
  const { line, warnings: ignored } = harmless(await firstLineOf(script.shebang, script, beneath));
  const whole = layered(request, line, script);
  return {
    ...alone,
    request: whole,
    script,
    prompt: promptOf(script, whole, 'stdin'),
    warnings: [...warnings, ...script.warnings, ...ignored],
  };
};

/**
 * Reads a command line, the script it names and what is piped.
 * @param toolFor which tool starts when this is chosen
 * @throws UsageError, UserError as {@link split}, {@link readScriptFile} and {@link readPiped}
 */
export const prepareRun = async (
  world: World,
  words: readonly string[],
  toolFor: ToolFor,
): Promise<PreparedRun> => {
  const takesAny = words[0] === 'run';
  const located = await locateFile(world, takesAny ? words.slice(1) : words, takesAny, toolFor);
  const { file } = located;
  return file === undefined
    ? await fromStdin(world, located, toolFor)
    : await fromFile(world, located, file, toolFor);
};
