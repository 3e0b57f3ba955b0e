import { attempt } from '../attempt.ts';
import { sessions } from '../commands/sessions.ts';
import { enter } from '../node/enter.ts';

enter((world) => attempt(world, sessions));
