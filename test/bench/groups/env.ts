import { cpSync, rmSync } from 'node:fs';
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

/** A new home, as after an installation. */
const first = (stage: Stage, id: string, title: string, program: string): Scenario[] =>
  FORMS.map(([name, form, config]) => {
    const HOME = home(stage, `${name}-${id}`, config);
    return {
      id: `env-${name}-${id}`,
      title: `ai env --aws --opus, ${form}, ${title}`,
      argv: [program, ...ARGV.slice(1)],
      env: { HOME },
      before: () => rmSync(join(HOME, '.ai-runner'), { recursive: true, force: true }),
    };
  });

/** The package without the code cache that its installation made, as a Node.js finds it that was not there then. */
const withoutCache = (stage: Stage): string => {
  const folder = join(stage.root, 'without-cache');
  for (const name of ['dist', 'shell', 'package.json'])
    cpSync(join(stage.package, name), join(folder, name), {
      recursive: true,
      filter: (path) => path !== join(stage.package, 'dist/cache'),
    });
  return join(folder, 'shell/ai');
};

/** Starting a session. */
export const env: Group = {
  name: 'env',
  title: 'ai env',
  prepare: (stage) => ({
    scenarios: [
      ...hot(stage),
      ...first(stage, 'first', 'first run', 'ai'),
      ...first(stage, 'uncached', 'first run, nothing compiled', withoutCache(stage)),
    ],
  }),
};
