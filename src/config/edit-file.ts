import { dirname, extname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { UsageError, UserError } from '../errors.ts';
import type { World } from '../world.ts';
import type { Builtin } from './builtin.ts';
import { type Checked, checkConfig } from './check.ts';
import { type Config, EMPTY_CONFIG } from './config.ts';
import { type DefaultsChange, editDefaults } from './edit.ts';
import { decoded, unwritable } from './edit-failure.ts';
import { type Parsed, parseJson } from './json.ts';
import { configPlace } from './paths.ts';
import { dotted, printable } from './problem.ts';
import { openToOthers } from './safe-file.ts';
import { isSection } from './tidy.ts';
import { parseYaml } from './yaml.ts';

/** The user's configuration, opened to be changed. */
export interface OpenConfig {
  /** As people know it: `~` for the home folder. */
  readonly shown: string;
  /** The file itself, where the name leads by links. */
  readonly target: string;
  /** Permission bits; `undefined` for a file that does not exist yet. */
  readonly mode: number | undefined;
  readonly open: boolean;
  readonly text: string;
  readonly config: Config;
}

const isJson = (path: string, text: string): boolean => {
  const extension = extname(path);
  if (extension === '.json') return true;
  return extension !== '.yaml' && extension !== '.yml' && /^\s*\{/.test(text);
};

const parse = (path: string, text: string): Parsed => {
  const bare = text.replace(/^\uFEFF/, '');
  return isJson(path, bare) ? parseJson(bare) : parseYaml(path, bare);
};
