import { isManaged } from '../plan/managed.ts';
import { getsThrough } from '../run/settings-file.ts';
import { codex } from '../tools/codex.ts';
import { TUNING } from '../tools/index.ts';
import type { Env } from '../world.ts';
import type { SettingsLayer } from './layers.ts';

/** One place that gives a variable a value. */
export interface PlacedValue {
  readonly where: 'shell' | 'session' | SettingsLayer['where'];
  readonly path: string | null;
  readonly value: string;
  /** Claude Code takes this one. */
  readonly wins: boolean;
}

/** A variable that steers the tools, with every place that sets it, the shell first. */
export interface Steering {
  readonly name: string;
  readonly values: readonly PlacedValue[];
}

/** Cloud variables that choose the account, the region or the address. */
const CLOUD =
  /^AWS_(?:PROFILE|REGION|DEFAULT_REGION|ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|ENDPOINT_URL\w*)$|^GOOGLE_(?:APPLICATION_CREDENTIALS|CLOUD_PROJECT)$|^GCLOUD_PROJECT$/;

/** Whether a variable decides where a tool goes, as whom, and for which model; what steers Codex includes the rest. */
const steers = (name: string): boolean => isManaged(codex, name) || CLOUD.test(name);

/** A switch of Claude Code is on for these words only. */
export const isOn = (value: string | undefined): boolean => /^(?:1|true|yes|on)$/i.test(value ?? '');

/** Is the process told that its host manages the provider? Then `env` blocks do not count for what that concerns. */
const hosted = (env: Env): boolean => isOn(env.CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST);

/** Whether a settings file can give the variable its value against the environment. */
const filesWin = (env: Env, name: string): boolean =>
  !hosted(env) || getsThrough(name) || TUNING.cc.includes(name) || !isManaged(codex, name);

const placed = (env: Env, layers: readonly SettingsLayer[], name: string): PlacedValue[] => {
  const shell = env[name];
  const where = env.AI_SESSION_ID ? 'session' : 'shell';
  const all = [
    ...(shell === undefined ? [] : [{ where, path: null, value: shell } as const]),
    ...layers.flatMap(({ where, path, env: block }) =>
      Object.hasOwn(block, name) ? [{ where, path, value: block[name] ?? '' }] : [],
    ),
  ];
  const winner = filesWin(env, name) ? all.length - 1 : all.findIndex(({ path }) => path === null);
  return all.map((each, index) => ({ ...each, wins: index === winner }));
};

/**
 * Every variable that steers a tool started here. `env` in a settings file wins over the environment (measured with Claude
 * Code 2.1.197 and 2.1.330), unless the environment says that its host manages the provider.
 */
export const steering = (env: Env, layers: readonly SettingsLayer[]): Steering[] => {
  const names = [...Object.keys(env), ...layers.flatMap((layer) => Object.keys(layer.env))].filter(steers);
  return [...new Set(names)].sort().map((name) => ({ name, values: placed(env, layers, name) }));
};

/** What Claude Code takes for a variable; empty counts as unset, as it does there. */
export const effective = (variables: readonly Steering[], name: string): string | undefined =>
  variables.find((each) => each.name === name)?.values.find(({ wins }) => wins)?.value || undefined;
