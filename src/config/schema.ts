import * as v from 'valibot';
import { defaultsSchema, hooksSchema, key, profileSchema, providerSchema } from './sections.ts';
import { profileName, providerId, text } from './values.ts';

const anySection = () => v.record(v.string(), v.unknown());

/**
 * The configuration file. Built when a file is there to be read, not when the program starts.
 * Keys that are left out stay out; the input must have been tidied (no `null`, no reserved names).
 */
export const configSchema = () =>
  v.object({
    $schema: key(v.string(), 'Address of this schema, for editors.'),
    defaults: v.optional(
      v.pipe(defaultsSchema(), v.description('What applies when nothing else is said.')),
      {},
    ),
    profiles: v.optional(
      v.pipe(
        v.record(profileName(), profileSchema()),
        v.description('Named bundles: a choice, refinements of its provider, variables of the session.'),
      ),
      {},
    ),
    providers: v.optional(
      v.pipe(
        v.record(providerId(), providerSchema()),
        v.description('Built-in providers refined, and your own (type: anthropic) added.'),
      ),
      {},
    ),
    tools: key(v.record(v.string(), anySection()), 'Settings of the tools, by their id.'),
    prompt: key(anySection(), 'The prompt segment.'),
    hooks: key(hooksSchema(), 'Programs (lists of words, no shell) of every session.'),
    fallback: key(
      v.union([v.array(v.union([text(), anySection()])), anySection()], 'expected a list or a section'),
      'What to try next when a provider fails.',
    ),
  });
