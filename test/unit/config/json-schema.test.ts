import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { loadText, removeHomes } from './home.ts';

afterEach(removeHomes);

const PACKAGE = resolve(__dirname, '../../..');

/** As much of JSON Schema (draft 7) as ours uses. */
interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const root = JSON.parse(readFileSync(join(PACKAGE, 'schema/ai-runnerrc.schema.json'), 'utf8')) as Schema;

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
};

const target = ({ $ref }: Schema): Schema => {
  const found = root.$defs?.[$ref?.replace('#/$defs/', '') ?? ''];
  if (found === undefined) throw new Error(`no ${$ref}`);
  return found;
};

const textFaults = (schema: Schema, value: string): string[] => [
  ...(schema.pattern !== undefined && !new RegExp(schema.pattern).test(value) ? ['pattern'] : []),
  ...(value.length < (schema.minLength ?? 0) ? ['too short'] : []),
];

const memberFaults = (schema: Schema, members: Record<string, unknown>): string[] =>
  Object.entries(members).flatMap(([name, value]) => {
    const member = schema.properties?.[name] ?? schema.additionalProperties;
    if (member === undefined || member === false) return [`${name}: unknown`];
    const named = schema.propertyNames === undefined ? [] : faults(schema.propertyNames, name);
    return [...named, ...faults(member, value)].map((fault) => `${name}.${fault}`);
  });

/** What is wrong with a value, by the schema alone. */
const faults = (schema: Schema, value: unknown): string[] => {
  if (schema.$ref !== undefined) return faults(target(schema), value);
  if (schema.allOf !== undefined) return schema.allOf.flatMap((each) => faults(each, value));
  if (schema.anyOf !== undefined) {
    return schema.anyOf.some((each) => faults(each, value).length === 0) ? [] : ['no alternative'];
  }
  if (schema.type !== undefined && ![schema.type].flat().includes(typeOf(value))) return ['type'];
  if (schema.enum !== undefined && !schema.enum.includes(value)) return ['enum'];
  if (typeof value === 'string') return textFaults(schema, value);
  if (Array.isArray(value)) return value.flatMap((item) => faults(schema.items ?? {}, item));
  if (typeOf(value) !== 'object') return [];
  const members = value as Record<string, unknown>;
  const absent = (schema.required ?? []).filter((name) => !(name in members));
  return [...absent.map((name) => `${name}: missing`), ...memberFaults(schema, members)];
};

test('the committed JSON Schema is what the program checks with', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/json-schema.mjs', '--check'], {
    cwd: PACKAGE,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

const EXAMPLE = `
$schema: https://example.test/schema.json
defaults: { tool: cc, provider: aws, tier: opus, team: false, effort: high }
profiles:
  work: { provider: aws, tier: opus, region: eu-west-1, awsProfile: work, env: { HTTPS_PROXY: "http://proxy:3128" } }
providers:
  aws:    { region: us-west-2, baseUrl: null, models: { opus: a, sonnet: b, haiku: c, fable: d }, smallModel: e, modelPrefix: us }
  vertex: { project: my-project, region: global, baseUrl: null, skipAuth: false }
  apikey: { apiKey: { env: ANTHROPIC_API_KEY }, baseUrl: null }
  azure:  { resource: my-resource, apiKey: { command: [pass, show, azure] } }
  vercel: { token: { file: ~/.secrets/vercel } }
  pro:
  ollama: { models: { opus: qwen3-coder }, hooks: { cleanup: [[ollama, stop, qwen3-coder]] } }
  mygw:   { type: anthropic, title: "My gateway", payer: api, baseUrl: "https://gw.example", token: { keychain: gw } }
tools: { cc: { anything: 1 } }
prompt: { format: x }
hooks: { start: [[true-program]] }
fallback: [aws, apikey]
`;

test('program and JSON Schema agree on a file with every section', async () => {
  expect(faults(root, parse(EXAMPLE))).toEqual([]);
  expect((await loadText(EXAMPLE)).warnings).toEqual([]);
});

test.each([
  ['a mistyped key', 'providers: { aws: { regoin: x } }', 'providers.aws.regoin: unknown'],
  ['an unknown tier', 'defaults: { tier: opsu }', 'defaults.tier.enum'],
  ['a text for a boolean', 'defaults: { team: "yes" }', 'defaults.team.type'],
  ['an impossible id', 'providers: { "A B": {} }', 'providers.A B.pattern'],
  [
    'an impossible secret',
    'providers: { aws: { token: { vault: x } } }',
    'providers.aws.token.no alternative',
  ],
])('the JSON Schema sees %s', (_what, text, fault) => {
  expect(faults(root, parse(text))).toEqual([fault]);
});

/** Keys that stand for themselves, without the records of the user's own names. */
const undescribed = (schema: Schema, path: string): string[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, member]) => [
    ...(member.description === undefined ? [`${path}${name}`] : []),
    ...undescribed(member, `${path}${name}.`),
  ]);

test('every key has a description for editors', () => {
  const sections = [
    root,
    ...Object.values(root.$defs ?? {}),
    root.properties?.profiles?.additionalProperties || {},
  ];
  expect(sections.flatMap((schema) => undescribed(schema, ''))).toEqual([]);
});
