import { loadYaml } from 'cosmiconfig/dist/loaders.js';
import type { Parsed } from './json.ts';

/** What js-yaml throws (js-yaml, `YAMLException`); line and column count from 0. */
interface YamlError {
  readonly reason?: string;
  readonly mark?: { readonly line: number; readonly column: number };
}

/** What js-yaml quotes from the file is cut off: it may be a piece of a secret. */
const withoutQuotation = (reason: string): string => reason.replace(/\s*(?:["<!].*)?$/s, '');

/** Parses YAML with cosmiconfig's own data loader (js-yaml), which knows no tag that makes code. */
export const parseYaml = (path: string, text: string): Parsed => {
  try {
    return { data: loadYaml(path, text) };
  } catch (error) {
    const { reason, mark } = error as YamlError;
    if (reason === undefined) return { fault: { reason: 'nested too deeply' } };
    const place = mark === undefined ? {} : { line: mark.line + 1, column: mark.column + 1 };
    return { fault: { reason: withoutQuotation(reason), ...place } };
  }
};
