import type { Segment } from './segment.ts';

/**
 * The segment as lines of a session file. The texts in ASCII are left out where they are the same, the colour where it is
 * the terminal's own.
 */
export const segmentLines = (segment: Segment | undefined): string[] => {
  if (segment === undefined) return [];
  const { text, gone, ascii, asciiGone, color } = segment;
  const plain = ascii === text ? [] : [`prompt_ascii=${ascii}`, `prompt_ascii_gone=${asciiGone}`];
  return [
    `prompt=${text}`,
    `prompt_gone=${gone}`,
    ...plain,
    ...(color === undefined ? [] : [`prompt_color=${color}`]),
  ];
};
