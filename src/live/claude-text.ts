import type { LiveEvent } from './event.ts';

const BROKE_OFF: LiveEvent = {
  kind: 'note',
  text: 'the stream broke off in the middle of an answer, which begins again',
};

/**
 * The assistant's text in order, each piece once. With partial messages every block comes twice: in pieces as it is
 * written, and whole in an `assistant` line before the next block starts. A stream that breaks off leaves pieces that no
 * whole block follows: the answer comes again in another message.
 */
export interface TextFlow {
  /** A message starts to stream. */
  message(id: string): readonly LiveEvent[];
  /** A content block of it starts. */
  block(isText: boolean): void;
  piece(text: string): readonly LiveEvent[];
  /** A whole text block of a message. */
  whole(id: string, text: string): readonly LiveEvent[];
  /** A whole block that is not text. */
  other(): void;
}

/** Starts without any text. */
export const textFlow = (): TextFlow => {
  let message = '';
  let streamed: string[] = [];
  let fresh = true;
  // Neighbouring text blocks of one message are one text, cut where a citation starts or ends.
  let inText = false;

  const emit = (text: string): readonly LiveEvent[] => {
    if (text === '') return [];
    const event: LiveEvent = { kind: 'text', text, begins: !inText };
    inText = true;
    return [event];
  };

  const enter = (id: string): readonly LiveEvent[] => {
    if (id === message) return [];
    const broken = streamed.length > 0;
    message = id;
    streamed = [];
    inText = false;
    return broken ? [BROKE_OFF] : [];
  };

  return {
    message: enter,
    block(isText) {
      fresh = true;
      if (!isText) inText = false;
    },
    piece(text) {
      if (text === '') return [];
      streamed.push(fresh ? text : `${streamed.pop() ?? ''}${text}`);
      fresh = false;
      return emit(text);
    },
    whole(id, text) {
      const notes = enter(id);
      const known = streamed.shift();
      if (known === undefined) return [...notes, ...emit(text)];
      return text.startsWith(known) ? emit(text.slice(known.length)) : [];
    },
    other() {
      inText = false;
    },
  };
};
