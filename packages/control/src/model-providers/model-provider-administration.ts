import {
  type AuditAction,
  type AuditDeed,
  type AuditTarget,
  addressOf,
  type ModelProviderSummary,
  refusal,
  SignetError,
} from '@signet/contracts';
import type {
  ListModelsOf,
  ModelProviderAdministration,
  ModelProviderSealer,
  ModelProviderStore,
  StoredModelProvider,
} from '../ports/model-providers.ts';
import { openProvider, opens, sealProvider } from './model-provider-book.ts';

export interface ModelProviderParts {
  readonly store: ModelProviderStore;
  readonly sealer: ModelProviderSealer;
  /** The names in `llm.providers` of the configuration that runs. */
  readonly configured: () => readonly string[];
  /** Lets the gateways follow. Never rejects: what is kept is followed, now or soon. */
  readonly changed: () => Promise<void>;
  readonly listModelsOf: ListModelsOf;
  /** Where those that were added are asked. */
  readonly baseUrls: () => readonly string[];
  /** Of the caller of the request that is served. */
  readonly deed: (
    action: AuditAction,
    parts: { readonly target: AuditTarget; readonly details?: Readonly<Record<string, string | number>> },
  ) => AuditDeed;
}

/** More than anybody has, and few enough to be read again and again. */
export const mostModelProviders = 64;

export function createModelProviderAdministration(parts: ModelProviderParts): ModelProviderAdministration {
  const { store, sealer, configured, changed, listModelsOf, baseUrls, deed } = parts;

  function summaryOf(provider: StoredModelProvider): ModelProviderSummary {
    const { name, kind, url, keyEnds, setAt } = provider;
    const ends = keyEnds === undefined ? {} : { keyEnds };
    return { name, kind, url, ...ends, setAt, state: stateOf(provider) };
  }

  function stateOf(provider: StoredModelProvider): ModelProviderSummary['state'] {
    if (configured().includes(provider.name)) return 'shadowed';
    return opens(provider, sealer) ? 'used' : 'unreadable';
  }

  return {
    list: async () => ({ providers: (await store.list()).map(summaryOf) }),
    async set(name, { kind, key, url: asked }) {
      if (configured().includes(name))
        throw new SignetError(refusal('model_provider_refused.configured', { name }));
      const before = await store.list();
      const replaced = before.some((each) => each.name === name);
      if (!replaced && before.length >= mostModelProviders)
        throw new SignetError(refusal('model_provider_refused.limit', { most: mostModelProviders }));
      const url = addressOf({ kind, url: asked });
      const told = deed('model_provider.set', { target: targetOf(name), details: { kind, url } });
      const sealed = sealProvider({ kind, url, key }, name, sealer);
      const provider = { name, kind, url, ...endOf(key), setAt: told.at, sealed };
      await store.set(provider, told);
      await changed();
      return { ...summaryOf(provider), replaced, baseUrls: baseUrls() };
    },
    async remove(name) {
      const told = deed('model_provider.removed', { target: targetOf(name) });
      if (!(await store.remove(name, told))) throw unknown(name);
      await changed();
      return { name };
    },
    async test(name) {
      const provider = (await store.list()).find((each) => each.name === name);
      if (provider === undefined) throw unknown(name);
      return listModelsOf(openProvider(provider, sealer));
    },
  };
}

/** Of a short key, four signs would be too much. */
const shortestToldOf = 20;

function endOf(key: string): Pick<StoredModelProvider, 'keyEnds'> {
  return key.length < shortestToldOf ? {} : { keyEnds: key.slice(-4) };
}

function targetOf(name: string): AuditTarget {
  return { kind: 'model_provider', id: name };
}

function unknown(name: string): SignetError {
  return new SignetError(refusal('model_provider_unknown', { name }));
}
