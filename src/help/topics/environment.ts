import { PROVIDERS } from '../../providers/index.ts';
import type { Row } from '../text.ts';
import type { Topic } from './topic.ts';

const OURS: readonly Row[] = [
  ['AI_RUNNER_CONFIG', 'The configuration file, instead of ~/.ai-runnerrc'],
  ['AI_RUNNER_HOME', 'The folder of sessions and temporary files, instead of ~/.ai-runner'],
  ['AI_RUNNER_PROMPT', '1: the files for plugin managers put the segment into the prompt'],
  ['AI_NO_UPDATE_CHECK', '1: newer versions are not looked for; NO_UPDATE_NOTIFIER and CI do the same'],
  ['ACCESSIBLE', '1: --pick asks with numbered lines, not with a list'],
  ['NO_COLOR', 'Any value: no colours'],
  ['TERM', 'dumb: no colours and no line that is drawn again'],
];

const SESSION: readonly Row[] = [
  ['AI_SESSION_ID', 'Its id, as ai-sessions shows it'],
  ['AI_SESSION_PROVIDER', 'The id of its provider'],
  ['AI_SESSION_MODEL', 'Its model, unless the tool chooses it'],
  ['AI_SESSION_TOOL', 'Its tool: cc or codex'],
];

const credentials: readonly Row[] = PROVIDERS.filter(({ credentials: names }) => names.length > 0).map(
  ({ id, credentials: names }) => [id, names.join(', ')],
);

/** The variables that matter to us. */
export const environment: Topic = {
  name: 'environment',
  title: 'Variables that AI Runner reads and sets',
  intro: 'An empty variable counts as unset. Credentials in the configuration win over variables.',
  sections: [
    { title: 'Read by AI Runner', rows: OURS },
    { title: 'Set by a session', rows: SESSION },
    { title: 'Credentials, by provider', rows: credentials },
  ],
};
