import { createHash } from 'node:crypto';
import { type AddedKind, type AddedProvider, keptKeyOf, refusal, SignetError } from '@signet/contracts';
import type {
  ModelProviderSealer,
  ModelProviderStore,
  StoredModelProvider,
} from '../ports/model-providers.ts';

/** What a provider is asked by. */
interface OpenedModelProvider {
  readonly kind: AddedKind;
  readonly url: string;
  readonly key: string;
}

/** The providers of models that were added by command, as this node last read them. */
export interface ModelProviderBook {
  /** Reads them again. */
  read(): Promise<void>;
  /** Those that open. */
  added(): readonly AddedProvider[];
  /** Another text once others are added; empty where there are none. */
  revision(): string;
  /** The key by the words that `added` has for it; of a provider that is not there any more, nothing. */
  reveal(keptKey: string): string | undefined;
  /** How many were sealed anew. @throws SignetError `master_key_wrong` where one does not open */
  reseal(): Promise<number>;
}

interface BookParts {
  readonly store: ModelProviderStore;
  readonly sealer: ModelProviderSealer;
}

export function createModelProviderBook({ store, sealer }: BookParts): ModelProviderBook {
  let known: readonly StoredModelProvider[] = [];
  let added: readonly AddedProvider[] = [];
  let revision = '';
  return {
    async read() {
      known = await store.list();
      added = known.filter((each) => opens(each, sealer)).map(addedOf);
      revision = revisionOf(added);
    },
    added: () => added,
    revision: () => revision,
    reveal(keptKey) {
      const found = known.find((each) => wordsOf(each) === keptKey);
      return found === undefined || !opens(found, sealer) ? undefined : openProvider(found, sealer).key;
    },
    async reseal() {
      let resealed = 0;
      for (const { name, sealed } of await store.list()) {
        const { plain, current } = sealer.open(sealed, name);
        if (!current && (await store.reseal(name, sealed, sealer.seal(plain, name)))) resealed += 1;
      }
      return resealed;
    },
  };
}

/** The address is sealed with the key: whoever changes it in the database does not get the key sent there. */
export function sealProvider(
  { kind, url, key }: OpenedModelProvider,
  name: string,
  sealer: ModelProviderSealer,
): string {
  return sealer.seal(JSON.stringify([kind, url, key]), name);
}

/** @throws SignetError `master_key_wrong` where it was sealed by another, or for another address than is written beside it */
export function openProvider(
  { name, kind, url, sealed }: StoredModelProvider,
  sealer: ModelProviderSealer,
): OpenedModelProvider {
  const opened: unknown = JSON.parse(sealer.open(sealed, name).plain);
  const [sealedKind, sealedUrl, key]: readonly unknown[] = Array.isArray(opened) ? opened : [];
  if (sealedKind !== kind || sealedUrl !== url || typeof key !== 'string')
    throw new SignetError(refusal('master_key_wrong.model_provider', { name }));
  return { kind, url, key };
}

/** One that does not open is listed as such, and asked by nobody. */
export function opens(provider: StoredModelProvider, sealer: ModelProviderSealer): boolean {
  try {
    openProvider(provider, sealer);
    return true;
  } catch (error) {
    if (!(error instanceof SignetError)) throw error;
    return false;
  }
}

function addedOf(provider: StoredModelProvider): AddedProvider {
  const { name, kind, url } = provider;
  return { name, kind, url, keptKey: wordsOf(provider) };
}

/** Another key has other words, so that nobody goes on by the one before. */
function wordsOf({ name, sealed }: StoredModelProvider): string {
  return keptKeyOf(name, digestOf(sealed));
}

function revisionOf(added: readonly AddedProvider[]): string {
  return added.length === 0 ? '' : digestOf(JSON.stringify(added));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
