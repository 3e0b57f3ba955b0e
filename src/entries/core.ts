import { main } from '../main.ts';
import { enter } from '../node/enter.ts';

enter(main);
