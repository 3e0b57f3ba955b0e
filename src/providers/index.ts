import { apikey } from './apikey.ts';
import { aws } from './aws.ts';
import { azure } from './azure.ts';
import { customProvider } from './custom.ts';
import { lmstudio } from './lmstudio.ts';
import { ollama } from './ollama.ts';
import { pro } from './pro.ts';
import type { Provider, ProviderSettings } from './provider.ts';
import { vercel } from './vercel.ts';
import { vertex } from './vertex.ts';

/** The built-in providers, in the order of `--help`. */
export const PROVIDERS: readonly Provider[] = [aws, vertex, apikey, azure, vercel, pro, ollama, lmstudio];

type Sections = Readonly<Record<string, ProviderSettings & { readonly type?: 'anthropic' }>>;

/** The built-in providers, then the configured ones (`type: anthropic`) in the order of the file. */
export const allProviders = (sections: Sections): readonly Provider[] => [
  ...PROVIDERS,
  ...Object.entries(sections)
    .filter(([id, { type }]) => type === 'anthropic' && !PROVIDERS.some((provider) => provider.id === id))
    .map(([id, section]) => customProvider(id, section)),
];

/** The provider with this id, flag word or title, in any case; an exact id wins. */
export const findProvider = (word: string, providers: readonly Provider[]): Provider | undefined => {
  const wanted = word.toLowerCase();
  return (
    providers.find(({ id }) => id === word) ??
    providers.find(({ id, title, flags }) =>
      [id, title, ...flags].some((name) => name.toLowerCase() === wanted),
    )
  );
};
