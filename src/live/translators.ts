import type { ToolId } from '../plan/selection.ts';
import { claudeTranslator } from './claude.ts';
import { codexTranslator } from './codex.ts';
import type { Translator } from './event.ts';

/** How each tool's event stream is read. */
export const TRANSLATORS: Readonly<Record<ToolId, () => Translator>> = {
  cc: claudeTranslator,
  codex: codexTranslator,
};
