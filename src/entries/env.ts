import { attempt } from '../attempt.ts';
import { env } from '../commands/env.ts';
import { enter } from '../node/enter.ts';

enter((world) => attempt(world, env));
