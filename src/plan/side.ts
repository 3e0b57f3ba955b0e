import { codexTitle } from '../providers/codex-titles.ts';
import type { Provider, ProviderContext, ProviderSetup } from '../providers/provider.ts';
import type { Tool } from '../tools/tool.ts';
import type { Selection } from './selection.ts';

/** A provider as one tool sees it. */
export interface Side {
  readonly title: string;
  /** Whether the tool has agent teams and is asked for them. */
  readonly team: boolean;
  /** What was asked for that the tool does not have. */
  readonly warnings: readonly string[];
  setup(context: ProviderContext): ProviderSetup;
}

/** The provider's side that faces the tool; {@link ./choose.ts} has made sure that there is one. */
export const sideOf = (
  { id }: Pick<Tool, 'id'>,
  provider: Provider,
  { team = false }: Pick<Selection, 'team'>,
): Side => {
  const { title, setup, codex } = provider;
  if (id !== 'codex' || codex === undefined) return { title, setup, team, warnings: [] };
  const warnings = team ? ['Codex has no agent teams: the session is without'] : [];
  return { title: codexTitle(provider), setup: codex, team: false, warnings };
};
