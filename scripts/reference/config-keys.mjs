// The keys of the configuration and what they mean, from the JSON Schema.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './source.mjs';

const SCHEMA = join(ROOT, 'schema/ai-runnerrc.schema.json');

const rowsOf = (prefix, properties) =>
  Object.entries(properties).map(([key, { description }]) => [prefix + key, description]);

/** Where the keys of a section stand: in it, or in each entry of it. */
const keysOf = (name, section, provider) => {
  if (name === 'providers') return rowsOf('providers.ID.', provider.properties);
  const entry = section.additionalProperties;
  if (entry?.properties) return rowsOf(`${name}.NAME.`, entry.properties);
  return section.properties ? rowsOf(`${name}.`, section.properties) : [[name, section.description]];
};

/** Titles and their keys with a sentence each, in the schema's order. */
export const configKeys = () => {
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  return Object.entries(schema.properties)
    .filter(([name]) => !name.startsWith('$'))
    .map(([name, section]) => ({ title: name, keys: keysOf(name, section, schema.$defs.provider) }));
};
