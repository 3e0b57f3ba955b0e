import { join } from 'node:path';
import { readLines } from '../sessions/key-value.ts';
import { sessionsFolder } from '../sessions/paths.ts';
import type { World } from '../world.ts';
import { payerColor, type StatusSession } from './line.ts';

const NOTHING = { provider: '', provider_name: '', payer: '', model: '', prompt: '', prompt_color: '' };

/** Bytes; a session file is one page. */
const LARGEST = 16_384;

const textOf = (world: World, id: string): string | undefined => {
  try {
    return world.files.readSmall(join(sessionsFolder(world), `${id}.info`), LARGEST);
  } catch {
    return undefined;
  }
};

const colorOf = (values: typeof NOTHING): number | undefined => {
  if (values.prompt === '') return payerColor(values.payer);
  return /^\d{1,3}$/.test(values.prompt_color) ? Number(values.prompt_color) : undefined;
};

/** The session that this process runs in, as `AI_SESSION_ID` names it; `undefined` without one. */
export const currentSession = (world: World): StatusSession | undefined => {
  const { AI_SESSION_ID: id, AI_SESSION_PROVIDER: provider, AI_SESSION_MODEL: model } = world.env;
  if (!id || id.includes('/')) return undefined;
  const text = textOf(world, id);
  if (text === undefined)
    return {
      provider: provider || id,
      payer: undefined,
      model: model || undefined,
      color: undefined,
      gone: true,
    };
  const { values } = readLines(text, NOTHING);
  return {
    provider: values.provider_name || values.provider || provider || id,
    payer: values.payer || undefined,
    model: values.model || undefined,
    color: colorOf(values),
    gone: false,
  };
};
