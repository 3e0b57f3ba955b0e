// The manual pages: man/*.md with the parts filled in that the program knows, as roff.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { configKeys } from './config-keys.mjs';
import { grouped, meaning, names, usage } from './flags.mjs';
import { ROOT } from './source.mjs';

const SOURCES = join(ROOT, 'man');

const item = (head, text) => `* ${head}:\\\n  ${text}`;
const flagItem = (flag) =>
  item(
    names(flag)
      .map((name) => `\`${name}\``)
      .join(', ') + (flag.value === undefined ? '' : ` *${flag.value}*`),
    meaning(flag, ''),
  );

const flagItems = (flags) =>
  [...grouped(flags)]
    .flatMap(([title, group], _, all) => [
      ...(all.length > 1 ? [`### ${title}`] : []),
      group.map(flagItem).join('\n'),
    ])
    .join('\n\n');

const exampleItems = (examples) => examples.map(([line, does]) => item(`\`${line}\``, does)).join('\n');
const topicItems = ({ intro, sections }) =>
  `${intro}\n\n` +
  sections
    .map(
      ({ title, rows }) =>
        `### ${title}\n\n${rows.map(([left, right]) => item(`\`${left}\``, right)).join('\n')}`,
    )
    .join('\n\n');

/** What stands between double braces in a page: a word and its argument. */
const partsOf = ({ commands, topics, selectionFlags }) => {
  const command = (name) => commands.find((each) => each.name === name);
  const own = ({ flags }) =>
    flags.filter((flag) => !selectionFlags.includes(flag) && !flag.names.includes('help'));
  return {
    commands: () => commands.map((each) => item(`\`${usage(each)}\``, each.summary)).join('\n'),
    'selection-flags': () => flagItems(selectionFlags),
    'command-flags': () =>
      commands
        .filter((each) => own(each).length > 0)
        .map((each) =>
          [`### ${each.program}`, ...(each.details ?? []), own(each).map(flagItem).join('\n')].join('\n\n'),
        )
        .join('\n\n'),
    flags: (name) => flagItems(command(name).flags),
    examples: (name) =>
      exampleItems(name ? command(name).examples : commands.flatMap((each) => each.examples.slice(0, 2))),
    topic: (name) => topicItems(topics.find((each) => each.name === name)),
    config: () =>
      configKeys()
        .map(
          ({ title, keys }) =>
            `### ${title}\n\n${keys.map(([key, text]) => item(`\`${key}\``, text)).join('\n')}`,
        )
        .join('\n\n'),
  };
};

const filled = (text, parts) =>
  text.replace(/^\{\{([\w-]+)(?: ([\w-]+))?\}\}$/gm, (_, name, argument) => parts[name](argument));

const ENTITIES = { '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** The day of the build, or the one that a reproducible build names (reproducible-builds.org, SOURCE_DATE_EPOCH, in s). */
const builtOn = () => {
  const { SOURCE_DATE_EPOCH } = process.env;
  const day = SOURCE_DATE_EPOCH ? new Date(Number(SOURCE_DATE_EPOCH) * 1000) : new Date();
  return day.toISOString().slice(0, 10);
};

/** marked-man leaves entities in code, draws bullets before terms, and has blank lines and a date that manual pages do not have. */
const tidy = (roff) =>
  roff
    .replace(/&(?:quot|#39|lt|gt|amp);/g, (entity) => ENTITIES[entity])
    .replace(/^\.IP \\\(bu 2\n(\\fB.*):\n\.br$/gm, '.TP\n$1')
    .replace(/^\.RS 1\n((?:(?!\.R[SE]).*\n)*?)\.RE\n/gm, '$1')
    .replace(/^\.P\n(?=\.(?:TP|SH|SS))/gm, '')
    .replace(/^(\.S[HS] .*\n)\.P\n/gm, '$1')
    .replace(/^(\.TH "[^"]*" "\d") "[^"]*"/, `$1 "${builtOn()}"`)
    .replace(/\n{2,}/g, '\n');

const toRoff = async (text, version) => {
  const program = join(ROOT, 'node_modules/marked-man/bin/marked-man.js');
  const args = [program, '--no-breaks', '--version', version, '--manual', 'AI Runner'];
  const child = promisify(execFile)(process.execPath, args);
  child.child.stdin.end(text);
  return tidy((await child).stdout);
};

/** Writes every manual page into a folder. */
export const buildManuals = async (source, folder) => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const parts = partsOf(source);
  const pages = readdirSync(SOURCES).filter((name) => name.endsWith('.md'));
  await Promise.all(
    pages.map(async (name) => {
      const text = filled(readFileSync(join(SOURCES, name), 'utf8'), parts);
      writeFileSync(join(folder, basename(name, '.md')), await toRoff(text, `ai-runner ${version}`));
    }),
  );
};
