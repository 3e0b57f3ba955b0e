// The commands, flags and topics as the program itself has them, for what is written about them.
import { loadModules, ROOT } from '../load-source.mjs';

export { ROOT };

const ENTRY = `
  export { COMMANDS } from './src/commands/index.ts';
  export { TOPICS } from './src/help/topics/index.ts';
  export { SELECTION_FLAGS } from './src/plan/flags.ts';
  export { listed } from './src/help/flags.ts';
  export { programOf } from './src/help.ts';
`;

/** The visible commands, each with the flags of its help; the topics; the flags that choose a session. */
export const loadSource = async () => {
  const { COMMANDS, TOPICS, SELECTION_FLAGS, listed, programOf } = await loadModules(ENTRY);
  const all = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const commands = all
    .filter(({ hidden }) => !hidden)
    .map((command) => ({ ...command, flags: listed(command.flags), program: programOf(command) }));
  return { commands, topics: TOPICS, selectionFlags: SELECTION_FLAGS };
};
