import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario } from '../model.ts';
import type { Stage } from '../stage.ts';
import { JSON_CONFIG, YAML_CONFIG } from './config.ts';
import type { Group } from './group.ts';

const ARGV = ['ai', 'env', '--aws', '--opus'];

const FORMS: readonly (readonly [string, string, string | undefined])[] = [
  ['none', 'no config', undefined],
  ['json', 'JSON config', JSON_CONFIG],
  ['yaml', 'YAML config', YAML_CONFIG],
];

const home = (stage: Stage, name: string, config: string | undefined): string =>
  stage.home(`env-${name}`, config === undefined ? {} : { '.ai-runnerrc': config });

/** The code cache is there, and everything is in the page cache. */
const hot = (stage: Stage): Scenario[] =>
  FORMS.map(([name, title, config]) => ({
    id: `env-${name}`,
    title: `ai env --aws --opus, ${title}`,
    argv: ARGV,
    env: { HOME: home(stage, name, config) },
  }));

/** No code cache, as after an installation or a new version of node. */
const first = (stage: Stage): Scenario[] =>
  FORMS.map(([name, title, config]) => {
    const HOME = home(stage, `${name}-first`, config);
    return {
      id: `env-${name}-first`,
      title: `ai env --aws --opus, ${title}, first run`,
      argv: ARGV,
      env: { HOME },
      before: () => rmSync(join(HOME, '.ai-runner/cache'), { recursive: true, force: true }),
    };
  });

/** Starting a session. */
export const env: Group = {
  name: 'env',
  title: 'ai env',
  prepare: (stage) => ({ scenarios: [...hot(stage), ...first(stage)] }),
};
