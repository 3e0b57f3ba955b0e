import type { Session } from '../../../src/sessions/session.ts';

/** The text of a session's file as shells write it: what they know by themselves, then what they were given. */
export const usualText = (session: Session & { readonly cleanup?: boolean }, more = ''): string => {
  const lines: readonly (readonly [string, string | number | undefined])[] = [
    ['id', session.id],
    ['pid', session.pid],
    ['start_time', session.startTime],
    ['tool', session.tool],
    ['provider', session.provider],
    ['provider_name', session.providerName],
    ['auth', session.auth],
    ['payer', session.payer],
    ['model', session.model],
    ['small_model', session.smallModel],
    ['region', session.region],
    ['project', session.project],
    ['teams', session.teams ? 1 : undefined],
    ['started_at', session.startedAt],
    ['shell', session.shell],
    ['cwd', session.cwd],
    ['tty', session.tty],
    ['cleanup', session.cleanup ? 1 : undefined],
  ];
  const given = lines.filter(([, value]) => value !== undefined);
  const last = session.kind === undefined ? '' : `kind=${session.kind}\n`;
  return given.map(([key, value]) => `${key}=${value}\n`).join('') + more + last;
};
