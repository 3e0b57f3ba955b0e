import { type EnvEntries, text } from '../plan/env-patch.ts';
import type { Env } from '../world.ts';
import { firstGiven, given } from './inputs.ts';

const bothCases = (...names: string[]): string[] => [...names, ...names.map((name) => name.toLowerCase())];

const PROXIES = bothCases('HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY');
const BYPASSES = bothCases('NO_PROXY');
const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/** Is it a name or address of this machine? @param host as in a URL, IPv6 in brackets */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127\.[\d.]+$/.test(host);

const listOf = (env: Env, name: string): string[] =>
  (given(env, name) ?? '')
    .split(',')
    .map((host) => host.trim())
    .filter(Boolean);

/**
 * Keeps requests to a local server off the caller's proxy: the clients send even loopback addresses there.
 * @returns `NO_PROXY` and `no_proxy` with the caller's list and the loopback names, or nothing
 */
export const proxyBypass = (env: Env, baseUrl: string): EnvEntries => {
  const host = new URL(baseUrl).hostname;
  if (!isLoopback(host) || firstGiven(env, PROXIES) === undefined) return {};
  const own = host.replace(/^\[|\]$/g, '');
  const hosts = new Set([...BYPASSES.flatMap((name) => listOf(env, name)), ...LOOPBACK, own]);
  const list = text([...hosts].join(','));
  return Object.fromEntries(BYPASSES.map((name) => [name, list]));
};
