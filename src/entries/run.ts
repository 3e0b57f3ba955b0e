import { attempt } from '../attempt.ts';
import { run } from '../commands/run.ts';
import { enter } from '../node/enter.ts';

enter((world) => attempt(world, run));
