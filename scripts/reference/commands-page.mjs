// docs/commands.md: every command with its flags and examples, and the topics.
import { grouped, meaning, names, usage } from './flags.mjs';

const cell = (text) => text.replaceAll('|', '\\|');
const row = (...cells) => `| ${cells.map(cell).join(' | ')} |`;

const flagCell = (flag) => {
  const all = names(flag).map((name) => `\`${name}\``);
  return all.join(', ') + (flag.value === undefined ? '' : ` *${flag.value}*`);
};

const flagTable = (title, flags) =>
  [
    `**${title}**`,
    '',
    '| flag | meaning |',
    '|---|---|',
    ...flags.map((flag) => row(flagCell(flag), meaning(flag))),
  ].join('\n');

const sectionOf = (selectionFlags) => (command) => {
  const own = command.flags.filter((flag) => !selectionFlags.includes(flag));
  const shared = own.length < command.flags.length;
  return [
    `## ${command.name}`,
    `\`${usage(command)}\``,
    `${command.summary}.`,
    ...(command.details ?? []),
    ...(shared ? ['Takes the [flags that choose a session](#flags-that-choose-a-session), and:'] : []),
    ...[...grouped(own)].map(([title, flags]) => flagTable(title, flags)),
    ['```text', ...command.examples.map(([line, does]) => `${line}\n    ${does}`), '```'].join('\n'),
  ].join('\n\n');
};

const topicSection = ({ name, title, intro, sections }) =>
  [
    `## ${name}`,
    `${title}. ${intro}`,
    ...sections.map((each) =>
      [
        `**${each.title}**`,
        '',
        '| | |',
        '|---|---|',
        ...each.rows.map(([left, right]) => row(`\`${left}\``, right)),
      ].join('\n'),
    ),
  ].join('\n\n');

/** The whole page as Markdown. */
export const commandsPage = ({ commands, topics, selectionFlags }) =>
  [
    '<!-- Made by `npm run reference` from the command list: edits here are lost. -->',
    '# Commands',
    'What `ai help COMMAND` says, on one page.',
    commands.map(({ name, summary }) => `- [${name}](#${name}): ${summary}`).join('\n'),
    ...commands.map(sectionOf(selectionFlags)),
    '## Flags that choose a session',
    'The same words in every command that starts something.',
    ...[...grouped(selectionFlags)].map(([title, flags]) => flagTable(title, flags)),
    ...topics.map(topicSection),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
