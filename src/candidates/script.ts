import { readScriptFile } from '../script/script-file.ts';
import { flagName, type Variable } from '../script/variables.ts';
import type { Candidate, Search } from './candidate.ts';

const described = ({ description, default: standard }: Variable): string => {
  if (description !== undefined) return description.replace(/\s+/g, ' ').trim();
  return standard === undefined ? 'needs a value' : `default: ${standard}`;
};

/** The flags of the prompt file that the word names; `--topic=` takes a value, `--draft` is a switch. */
export const scriptFlags: Search = async (world, word) => {
  const { variables } = await readScriptFile(world, word);
  return variables.map((variable): Candidate => {
    const flag = `--${flagName(variable.name)}`;
    return [variable.isBoolean ? flag : `${flag}=`, described(variable)];
  });
};
