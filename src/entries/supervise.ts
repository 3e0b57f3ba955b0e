import { attempt } from '../attempt.ts';
import { supervise } from '../commands/supervise.ts';
import { enter } from '../node/enter.ts';

enter((world) => attempt(world, supervise));
