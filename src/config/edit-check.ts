import { extname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { UsageError, UserError } from '../errors.ts';
import type { Builtin } from './builtin.ts';
import { checkConfig } from './check.ts';
import type { Config } from './config.ts';
import { type DefaultsChange, editDefaults } from './edit.ts';
import type { OpenConfig } from './edit-file.ts';
import { parseJson } from './json.ts';
import { dotted } from './problem.ts';
import { isSection, type Section } from './tidy.ts';
import { parseYaml } from './yaml.ts';

/** The edited text and what it says. */
export interface Edited {
  readonly text: string;
  readonly config: Config;
}

const isJson = ({ path, text }: OpenConfig): boolean => {
  const extension = extname(path);
  if (extension === '.json') return true;
  return extension !== '.yaml' && extension !== '.yml' && /^\uFEFF?\s*\{/.test(text);
};
