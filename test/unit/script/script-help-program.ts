// Prints the help of a script, for a test: yargs is an ES module, which jest cannot load.
import { readFileSync } from 'node:fs';
import { readScript } from '../../../src/script/script.ts';
import { scriptHelp } from '../../../src/script/script-help.ts';

const main = async (): Promise<string> => {
  const { variables } = await readScript(readFileSync(0), 'task.md');
  return scriptHelp('task.md', variables, Number(process.argv[2]));
};

void main().then((text) => process.stdout.write(text));
