import type { Group } from './group.ts';

/** What starting a process costs, and so how much of every figure is not the program's own. */
export const floor: Group = {
  name: 'floor',
  title: 'Floors: the timer itself, and programs that do nothing',
  prepare: () => ({
    scenarios: [
      { id: 'true', title: 'true (the floor of the timer)', argv: ['/usr/bin/true'] },
      { id: 'sh', title: 'sh -c :', argv: ['/bin/sh', '-c', ':'] },
      { id: 'bash', title: 'bash -c :', argv: ['bash', '--norc', '--noprofile', '-c', ':'] },
      { id: 'node-version', title: 'node --version', argv: ['node', '--version'] },
    ],
  }),
};
