import type { Payer } from '../plan/selection.ts';
import type { Part } from './format.ts';

/** Colours by name: the eight of every terminal, and their brighter forms. The place in the list is the colour's number. */
export const COLOR_NAMES = [
  'black',
  'red',
  'green',
  'yellow',
  'blue',
  'magenta',
  'cyan',
  'white',
  'bright-black',
  'bright-red',
  'bright-green',
  'bright-yellow',
  'bright-blue',
  'bright-magenta',
  'bright-cyan',
  'bright-white',
] as const;

/** A colour by its name, by its number in the palette of 256, or the terminal's own. */
export type Color = (typeof COLOR_NAMES)[number] | 'default' | number;

/** What stands for the payer, for agent teams and for a session file that is gone. */
export type SymbolName = Payer | 'team' | 'gone';

/** The section `prompt` of the configuration. */
export interface PromptStyle {
  /** See {@link ./format.ts}. */
  readonly format?: string;
  readonly symbols?: Readonly<Partial<Record<SymbolName, string>>>;
  readonly colors?: Readonly<Partial<Record<Payer, Color>>>;
}

/** `[{provider}{ model}{team}{ sign}{gone}]`, taken apart: every session without a format of its own starts with it. */
export const DEFAULT_PARTS: readonly Part[] = [
  '[',
  { before: '', names: ['provider'], after: '' },
  { before: ' ', names: ['model'], after: '' },
  { before: '', names: ['team'], after: '' },
  { before: ' ', names: ['sign'], after: '' },
  { before: '', names: ['gone'], after: '' },
  ']',
];

/** Plain ASCII: every font has it, and no terminal and shell disagree about its width. */
export const DEFAULT_SYMBOLS: Readonly<Record<SymbolName, string>> = {
  subscription: '=',
  api: '$',
  cloud: '^',
  local: '~',
  team: '+',
  gone: '!',
};

const DEFAULT_COLORS: Readonly<Record<Payer, Color>> = {
  subscription: 'green',
  api: 'yellow',
  cloud: 'cyan',
  local: 'magenta',
};

/** The number of a payer's colour in the palette of 256; `undefined` for the terminal's own. */
export const colorOf = (payer: Payer | undefined, style: PromptStyle): number | undefined => {
  if (payer === undefined) return undefined;
  const color = style.colors?.[payer] ?? DEFAULT_COLORS[payer];
  if (typeof color === 'number') return color;
  return color === 'default' ? undefined : COLOR_NAMES.indexOf(color);
};
