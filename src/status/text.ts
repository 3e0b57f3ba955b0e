import { formatDuration } from '../sessions/duration.ts';
import type { ShellId } from '../shells/shell.ts';
import { initLine, tilde } from '../text/shell.ts';
import { columnsOf, markFor, type Style } from '../text/style.ts';
import { type Cell, table } from '../text/table.ts';
import { wrapText } from '../text/wrap.ts';
import type { World } from '../world.ts';
import { profileRow, providerRow } from './provider-rows.ts';
import type { ShellSession, Status, ToolStatus } from './status.ts';
import type { EffectiveValue } from './value.ts';

const STANDING = {
  own: 'started here: ai_off ends it',
  replaced: 'started here, before `exec` replaced the shell: open a new one',
  inherited: 'inherited: it ends where it was started',
  ended: 'ended elsewhere, or not listed: ai_off restores this shell',
} as const;

const joined = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');

const since = ({ startedAt, uptimeSeconds }: ShellSession): string | undefined => {
  if (startedAt === null || uptimeSeconds === null) return undefined;
  return `for ${formatDuration(uptimeSeconds)}`;
};

const sessionRows = (session: ShellSession | null): Cell[][] => {
  if (session === null) return [['This shell', 'no session']];
  const { toolName, tool, providerName, provider, model, auth, payer, region, project, teams } = session;
  const lines: Cell[] = [
    { text: joined([providerName ?? provider, model, region, project]), style: 'bold' },
    joined([
      toolName ?? tool,
      auth,
      payer && `paid by: ${payer}`,
      teams ? 'agent teams' : null,
      since(session),
    ]),
    { text: STANDING[session.standing], style: session.standing === 'ended' ? 'red' : undefined },
    { text: session.id ?? '', style: 'dim' },
  ];
  return lines.map((line, index) => [index === 0 ? 'This shell' : '', line]);
};

/** Cells before the second column of the first table. */
const BEFORE = 13;

const configRows = (world: World, { path, project, problems, warnings }: Status['config']): Cell[][] => {
  const lines = (texts: readonly string[], style: Style): Cell[][] =>
    texts.flatMap((text) => wrapText(text, columnsOf(world) - BEFORE)).map((text) => ['', { text, style }]);
  return [
    ['Config', path === null ? 'none: your variables and what is built in apply' : tilde(world, path)],
    ...(project === null ? [] : [['', `${tilde(world, project)} (of this project)`]]),
    ...lines(problems, 'red'),
    ...lines(warnings, 'yellow'),
  ];
};

const shellRow = (world: World, { id, integration }: Status['shell']): Cell[] => {
  if (id === null) return ['Shell', 'unknown'];
  if (integration !== null) return ['Shell', `${id}, integration in ${tilde(world, integration)}`];
  return ['Shell', id === 'sh' ? 'sh' : `${id}, without the integration: ${initLine(id as ShellId)}`];
};

const toolRow = (world: World, { title, path, version, install }: ToolStatus): Cell[] => [
  title,
  path === null
    ? { text: `not installed: ${install}`, style: 'dim' }
    : `${version ?? 'version unknown'}  ${tilde(world, path)}`,
];

const valueRow = (world: World, { name, value, source }: EffectiveValue): Cell[] => {
  const shown = value === null ? "the tool's own choice" : String(value);
  return [name, shown, source === 'tool' ? '' : { text: tilde(world, source), style: 'dim' }];
};

const valueRows = (world: World, values: readonly EffectiveValue[]): Cell[][] => {
  const said = values.filter(({ source }) => source !== 'none');
  if (said.some(({ name }) => name === 'provider')) return said.map((each) => valueRow(world, each));
  return [['provider', 'none: name one, or keep one with --set-default']];
};

const onlineRows = (online: NonNullable<Status['online']>): Cell[][] =>
  online.map(({ provider, url, reachable, status, took }) => [
    { text: provider, style: 'bold' },
    `GET ${url}`,
    reachable
      ? { text: `answers (${status}, ${took} ms)`, style: 'green' }
      : { text: `no answer (${took} ms)`, style: 'red' },
  ]);

const INSIDE =
  'Inside a session, the credentials of other providers are hidden and count as missing here; `ai use` and `ai env` see them.';

const PROXIES = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'];

/** The status as people read it, within the columns of their terminal. */
export const statusText = (world: World, status: Status): string => {
  const mark = markFor(world);
  const layout = { mark, columns: columnsOf(world) };
  const section = (title: string, rows: Cell[][]): string[] =>
    rows.length === 0 ? [] : ['', mark('bold', title), ...table(rows, { ...layout, indent: 2 })];
  const { sessions, session, config, shell, tools, defaults, providers, profiles, online } = status;
  const behind = online && PROXIES.some((name) => world.env[name]);
  const lines = [
    mark('bold', `AI Runner ${status.version}`),
    ...table(
      [
        ...sessionRows(session),
        ['Sessions', `${sessions} running`],
        ...configRows(world, config),
        shellRow(world, shell),
        ...tools.map((tool) => toolRow(world, tool)),
      ],
      layout,
    ),
    ...section('Without flags', valueRows(world, defaults)),
    ...section('Providers', providers.map(providerRow)),
    ...section('Profiles', profiles.map(profileRow)),
    ...section('Online', onlineRows(online ?? [])),
    ...(behind ? ['  asked directly, not through your proxy'] : []),
    ...(session === null
      ? []
      : ['', ...wrapText(INSIDE, Math.min(layout.columns, 80)).map((line) => mark('dim', line))]),
  ];
  return `${lines.join('\n')}\n`;
};
