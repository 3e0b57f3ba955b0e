import * as v from 'valibot';
import { promptSchema } from './prompt-schema.ts';
import {
  defaultsSchema,
  everything,
  hooksSchema,
  keysFor,
  profileSchema,
  providerSchema,
  type Wanted,
} from './sections.ts';
import { profileName, providerId, text } from './values.ts';

const toolsSchema = () => v.record(v.string(), v.record(v.string(), v.unknown()));

/**
 * The configuration file. Built when a file is there to be read, not when the program starts.
 * Keys that are left out stay out; the input must have been tidied (no `null`, no reserved names).
 * @param wanted - may say no for names that stand nowhere in the input: every start of a session pays for what is built
 */
export const configSchema = (wanted: Wanted = everything) => {
  const one = keysFor(wanted);
  return v.object({
    $schema: one('$schema', v.string, 'Address of this schema, for editors.'),
    defaults: one('defaults', () => defaultsSchema(one), 'What applies when nothing else is said.'),
    profiles: one(
      'profiles',
      () => v.record(profileName(), profileSchema(one)),
      'Named bundles: a choice, refinements of its provider, variables of the session.',
    ),
    providers: one(
      'providers',
      () => v.record(providerId(), providerSchema(one)),
      'Built-in providers refined, and your own (type: anthropic) added.',
    ),
    tools: one('tools', toolsSchema, 'Settings of the tools, by their id.'),
    prompt: one('prompt', promptSchema, 'How the session shows in prompts.'),
    hooks: one('hooks', () => hooksSchema(one), 'Programs (lists of words, no shell) of every session.'),
    fallback: one(
      'fallback',
      () => v.array(text()),
      'Providers to go on with, in this order, when the first one cannot answer a script.',
    ),
  });
};
