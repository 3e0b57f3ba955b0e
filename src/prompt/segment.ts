import type { Plan } from '../plan/plan.ts';
import type { Selection } from '../plan/selection.ts';
import { fill, type PromptValues, parts } from './format.ts';
import { dataText, inert, toAscii } from './safe-text.ts';
import { shortModel } from './short-model.ts';
import { colorOf, DEFAULT_PARTS, DEFAULT_SYMBOLS, type PromptStyle, type SymbolName } from './style.ts';

/** A session as prompts show it: text without control bytes, and nothing in it that a shell would expand. */
export interface Segment {
  readonly text: string;
  /** The same once the session's file is gone. */
  readonly gone: string;
  /** Both for terminals that have nothing but ASCII. */
  readonly ascii: string;
  readonly asciiGone: string;
  /** Number in the palette of 256; `undefined` for the terminal's own colour. */
  readonly color: number | undefined;
}

type Planned = Omit<Plan, 'segment'>;

type Symbols = Readonly<Record<SymbolName, string>>;

/** Bytes: a prompt that fills the line hides what is typed, and a session file is one page at most. */
const LONGEST_VALUE = 80;
const LONGEST = 200;

/** At most this many bytes, whole characters only. */
const cut = (text: string, longest: number): string => {
  if (text.length * 3 <= longest || Buffer.byteLength(text) <= longest) return text;
  const kept = Buffer.from(text).subarray(0, longest).toString('utf8');
  return kept.replace(/\uFFFD+$/, '').trimEnd();
};

const valuesOf = (
  plan: Planned,
  { tier, profile }: Selection,
): Omit<PromptValues, 'sign' | 'team' | 'gone'> => {
  const data = (text: string | undefined): string => cut(dataText(text ?? ''), LONGEST_VALUE);
  return {
    provider: plan.provider,
    title: data(plan.providerTitle),
    model: data(shortModel(plan.model ?? '')),
    id: data(plan.model),
    tier: tier ?? '',
    effort: plan.effort ?? '',
    tool: plan.tool,
    profile: data(profile),
    region: data(plan.region),
    project: data(plan.project),
    auth: data(plan.auth),
    payer: plan.payer ?? '',
  };
};

/** Signs for terminals that have nothing but ASCII. */
const asciiOf = (symbols: Symbols): Symbols =>
  Object.fromEntries(
    Object.entries(symbols).map(([name, symbol]) => [
      name,
      toAscii(symbol) === symbol ? symbol : DEFAULT_SYMBOLS[name as SymbolName],
    ]),
  ) as Symbols;

/** Renders the segment of a session that is about to start. Pure. */
export const segmentOf = (plan: Planned, selection: Selection, style: PromptStyle = {}): Segment => {
  const format = style.format === undefined ? DEFAULT_PARTS : parts(style.format);
  const values = valuesOf(plan, selection);
  const render = (symbols: Symbols, isGone: boolean): string => {
    const sign = plan.payer === undefined ? '' : symbols[plan.payer];
    const marks = { sign, team: plan.team ? symbols.team : '', gone: isGone ? symbols.gone : '' };
    return cut(inert(fill(format, { ...values, ...marks })), LONGEST);
  };
  const symbols = { ...DEFAULT_SYMBOLS, ...style.symbols };
  const [text, gone] = [render(symbols, false), render(symbols, true)];
  const plain = style.symbols && asciiOf(symbols);
  return {
    text,
    gone,
    ascii: toAscii(plain ? render(plain, false) : text),
    asciiGone: toAscii(plain ? render(plain, true) : gone),
    color: colorOf(plan.payer, style),
  };
};
