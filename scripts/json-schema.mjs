/**
 * Writes schema/ai-runnerrc.schema.json from the schema that the program itself checks with.
 * `--check` writes nothing and fails when the file is out of date.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { loadModules, ROOT } from './load-source.mjs';

const FILE = join(ROOT, 'schema/ai-runnerrc.schema.json');

const ENTRY = `
  export { configSchema } from './src/config/schema.ts';
  export { PROVIDERS } from './src/providers/index.ts';
`;

/** `null` means "not set" for every key that may be left out. */
const orNull = (schema) => {
  if (schema.anyOf) return { ...schema, anyOf: [...schema.anyOf, { type: 'null' }] };
  if (schema.const !== undefined) {
    const { const: only, ...rest } = schema;
    return { ...rest, enum: [only, null] };
  }
  const values = schema.enum ? { enum: [...schema.enum, null] } : {};
  return { ...schema, ...values, ...(schema.type ? { type: [schema.type, 'null'] } : {}) };
};

const withOptionalNulls = ({ properties, required, ...schema }) => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      required.includes(name) ? value : orNull(value),
    ]),
  ),
  ...(required.length > 0 ? { required } : {}),
  additionalProperties: false,
});

const convert = (schema) =>
  toJsonSchema(schema, {
    typeMode: 'input',
    // What JSON Schema cannot say is checked by the program alone.
    ignoreActions: ['check', 'transform'],
    overrideSchema: ({ valibotSchema: { entries, description }, jsonSchema }) => {
      if (entries) return withOptionalNulls(jsonSchema);
      return description ? { ...jsonSchema, description } : undefined;
    },
  });

/** Editors complete the ids of the built-in providers; any other id may be added. */
const nameProviders = (schema, providers) => {
  const section = schema.properties.providers;
  const provider = orNull(section.additionalProperties);
  const reference = { $ref: '#/$defs/provider' };
  const builtIn = providers.map(({ id, summary }) => [id, { description: summary, allOf: [reference] }]);
  section.properties = Object.fromEntries(builtIn);
  section.additionalProperties = reference;
  return { ...schema, $defs: { provider } };
};

const generate = async () => {
  const { configSchema, PROVIDERS } = await loadModules(ENTRY);
  const { $schema, ...schema } = nameProviders(convert(configSchema()), PROVIDERS);
  const text = JSON.stringify({ $schema, title: 'AI Runner configuration (~/.ai-runnerrc)', ...schema });
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  return execFileSync(
    process.execPath,
    [biome, 'format', '--vcs-enabled=false', `--stdin-file-path=${FILE}`],
    {
      cwd: ROOT,
      input: text,
      encoding: 'utf8',
    },
  );
};

const text = await generate();
if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
} else if (readFileSync(FILE, 'utf8') !== text) {
  process.stderr.write('schema/ai-runnerrc.schema.json is out of date: node scripts/json-schema.mjs\n');
  process.exitCode = 1;
}
