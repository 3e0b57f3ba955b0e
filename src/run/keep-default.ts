import type { Config } from '../config/config.ts';
import type { DefaultKey, DefaultsChange } from '../config/edit.ts';
import { changeDefaults } from '../config/edit-check.ts';
import { type OpenConfig, openConfig, saveConfig } from '../config/edit-file.ts';
import { printable } from '../config/problem.ts';
import { defaultsSchema } from '../config/sections.ts';
import { UsageError } from '../errors.ts';
import { choose } from '../plan/choose.ts';
import type { Selection } from '../plan/selection.ts';
import { allProviders, findProvider } from '../providers/index.ts';
import { BUILTIN } from '../start/decide.ts';
import { findTool } from '../tools/index.ts';
import type { World } from '../world.ts';
import type { RunRequest } from './request.ts';

/** The keys of the section, in the order in which they are written. */
const KEYS = Object.keys(defaultsSchema().entries) as DefaultKey[];
