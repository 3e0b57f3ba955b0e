import * as v from 'valibot';
import { promptSchema } from './prompt-schema.ts';
import { key, sections } from './sections.ts';
import { profileName, providerId } from './values.ts';

/**
 * The configuration file. Built when a file is there to be read, not when the program starts.
 * Keys that are left out stay out; the input must have been tidied (no `null`, no reserved names).
 */
export const configSchema = () => {
  const { id, defaults, profile, provider, hooks } = sections();
  const anySection = v.record(v.string(), v.unknown());
  return v.object({
    $schema: key(v.string(), 'Address of this schema, for editors.'),
    defaults: key(defaults, 'What applies when nothing else is said.'),
    profiles: key(
      v.record(profileName(), profile),
      'Named bundles: a choice, refinements of its provider, variables of the session.',
    ),
    providers: key(
      v.record(providerId(), provider),
      'Built-in providers refined, and your own (type: anthropic) added.',
    ),
    tools: key(v.record(v.string(), anySection), 'Settings of the tools, by their id.'),
    prompt: key(promptSchema(), 'How the session shows in prompts.'),
    hooks: key(hooks, 'Programs (lists of words, no shell) of every session.'),
    fallback: key(
      v.array(id),
      'Providers to go on with, in this order, when the first one cannot answer a script.',
    ),
  });
};
