import type { Spec } from 'vega';

export const FONT = 'sans-serif';

/** The picture that a specification of vega describes, as SVG. */
export const draw = async (spec: Spec): Promise<string> => {
  // A run that writes nothing does without it.
  const { parse, View } = await import('vega');
  const svg = await new View(parse(spec), { renderer: 'none' }).toSVG();
  return `${svg}\n`;
};
