import { PAYERS, type Payer } from '../plan/selection.ts';
import { shortModel } from '../prompt/short-model.ts';
import { colorOf, type PromptStyle } from '../prompt/style.ts';
import { escapeText } from '../text/escape.ts';
import type { StatusInput } from './input.ts';

/** The session that the client runs in, as its file has it. */
export interface StatusSession {
  readonly provider: string;
  readonly payer: string | undefined;
  /** The model that was asked for; shown where the client names none. */
  readonly model: string | undefined;
  /** Number in the palette of 256; `undefined` for the terminal's own. */
  readonly color: number | undefined;
  /** The session's file is gone. */
  readonly gone: boolean;
}

/** Characters of one part: the line is one row of the terminal. */
const LONGEST = 60;

const shown = (text: string): string => {
  const whole = escapeText(text);
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST - 1)}…` : whole;
};

const sgr = (color: number): string => {
  if (color < 8) return `${30 + color}`;
  return color < 16 ? `${82 + color}` : `38;5;${color}`;
};

/** Whose money it is: at a subscription and at a local model, list prices are nobody's bill. */
const isBilled = (payer: string | undefined): boolean => payer !== 'subscription' && payer !== 'local';

const FULL = 80;
const RED = 1;

const isPayer = (payer: string | undefined): payer is Payer => PAYERS.some((known) => known === payer);

/** The colour of a session that recorded none. */
export const payerColor = (payer: string | undefined, style: PromptStyle = {}): number | undefined =>
  isPayer(payer) ? colorOf(payer, style) : undefined;

/** The parts of the line in their order: text and colour. */
const parts = (
  session: StatusSession | undefined,
  { model, context, cost }: StatusInput,
): (readonly [string, number | undefined])[] => {
  const name = model ?? (session?.model === undefined ? undefined : shortModel(session.model));
  const mark = session?.gone ? '!' : '';
  return [
    ...(session ? [[`${shown(session.provider)}${mark}`, session.color] as const] : []),
    ...(session?.payer === undefined ? [] : [[shown(session.payer), session.color] as const]),
    ...(name === undefined ? [] : [[shown(name), undefined] as const]),
    ...(context === undefined
      ? []
      : [[`${Math.round(context)}% context`, context >= FULL ? RED : undefined] as const]),
    ...(cost === undefined || !isBilled(session?.payer)
      ? []
      : [[`~$${cost.toFixed(2)}`, undefined] as const]),
  ];
};

/** The status line: provider, payer, model, context in use, cost; what is not known is left out. */
export const statusLine = (
  session: StatusSession | undefined,
  input: StatusInput,
  colored: boolean,
): string =>
  parts(session, input)
    .map(([text, color]) => (colored && color !== undefined ? `\x1b[${sgr(color)}m${text}\x1b[39m` : text))
    .join(' · ');
