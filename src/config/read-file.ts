import type { LoaderSync, OptionsSync, PublicExplorerSync } from 'cosmiconfig';
// The package's front door looks into the working directory (`package.json`, `.config/config.js`, …) and runs
// what it finds there, before it reads any file of ours. The class behind it does not.
import * as cosmiconfig from 'cosmiconfig/dist/ExplorerSync.js';
import { type Parsed, parseJson } from './json.ts';
import { withoutMark } from './safe-file.ts';
import { parseYaml } from './yaml.ts';

/** A configuration file as text and as unchecked data. */
export interface RawFile {
  readonly text: string;
  readonly parsed: Parsed;
}

// Published without types: its declaration file is empty.
const { ExplorerSync } = cosmiconfig as unknown as {
  readonly ExplorerSync: new (options: OptionsSync) => PublicExplorerSync;
};

type Parse = (path: string, text: string) => Parsed;

const json: Parse = (_path, text) => parseJson(text);
const byFirstCharacter: Parse = (path, text) => (/^\s*\{/.test(text) ? json : parseYaml)(path, text);

/** The data is wrapped, so that a key of the file (`$import`) cannot make the explorer read other files. */
const loader =
  (parse: Parse): LoaderSync =>
  (path, contents): RawFile => {
    const text = withoutMark(contents);
    return { text, parsed: parse(path, text) };
  };

const OPTIONS: OptionsSync = {
  loaders: {
    '.json': loader(json),
    '.yaml': loader(parseYaml),
    '.yml': loader(parseYaml),
    noExt: loader(byFirstCharacter),
    default: loader(byFirstCharacter),
  },
  // The whole file, also where its name is that of a package manifest.
  packageProp: [],
  searchPlaces: [],
  searchStrategy: 'none',
  ignoreEmptySearchPlaces: false,
  cache: false,
  mergeImportArrays: false,
  mergeSearchPlaces: false,
  transform: (result) => result,
};

/**
 * Reads one file as data. `.json` is JSON, `.yaml` and `.yml` are YAML; any other file is JSON when it begins
 * with `{`. The explorer reads the file itself (`node:fs`), past `World`: that is what it is for.
 * @throws Node's own `ErrnoException` when the file cannot be read
 */
export const readDataFile = (path: string): RawFile => {
  const found = new ExplorerSync(OPTIONS).load(path)?.config as RawFile | undefined;
  return found ?? { text: '', parsed: { data: undefined } };
};
