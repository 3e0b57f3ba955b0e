import type { ProfileState, ProviderState } from '../readiness/provider-state.ts';
import type { Cell } from '../text/table.ts';

/** Ready or not, and how or why not. */
const readyCells = ({ ready, payer, auth, reason }: ProviderState): Cell[] => [
  ready ? { text: 'ready', style: 'green' } : { text: '-', style: 'dim' },
  payer ?? '',
  ready ? (auth ?? '') : { text: reason ?? '', style: 'dim' },
];

/** A provider by its id: ready, payer, how or why not. */
export const providerRow = (state: ProviderState): Cell[] => [
  { text: state.id, style: 'bold' },
  ...readyCells(state),
];

/** A profile by its name, with its provider. */
export const profileRow = (state: ProfileState): Cell[] => [
  { text: state.profile, style: 'bold' },
  state.id || '-',
  ...readyCells(state),
];
