import type { Provider } from './provider.ts';

/** Where Codex finds another service behind the same word. */
const TITLES: Readonly<Record<string, string>> = {
  apikey: 'OpenAI API',
  azure: 'Azure OpenAI',
  pro: 'ChatGPT Subscription',
};

/** What a provider is called in a session of Codex. */
export const codexTitle = ({ id, title }: Provider): string => TITLES[id] ?? title;
