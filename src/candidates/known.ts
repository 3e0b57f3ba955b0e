import type { Known, Spec } from '../completions/spec.ts';
import { PROVIDERS } from '../providers/index.ts';
import { TOOLS } from '../tools/index.ts';
import { REGIONS } from './regions.ts';

const named = ({ id, title }: { readonly id: string; readonly title: string }): Known => [id, title];

const providers = PROVIDERS.map(named);

/** What can be completed without a look at the machine. */
export const KNOWN: Spec['known'] = {
  provider: providers,
  providers,
  region: REGIONS,
  tool: TOOLS.map(named),
};
