import { withoutTrailingSlash } from '../../fields/address.ts';
import { usualAddresses } from './defaults.ts';
import { type ProviderKind, providerKinds } from './kinds.ts';
import { providerSchema } from './schema.ts';
import type { LlmConfiguration, LlmProvider } from './type.ts';

/** What can be spoken with one that was added by command: those of clouds say more than an address and a key. */
export type AddedKind = Exclude<ProviderKind, 'vertex' | 'bedrock'>;

export const addedKinds: readonly AddedKind[] = providerKinds.filter(isAddedKind);

function isAddedKind(kind: ProviderKind): kind is AddedKind {
  return kind !== 'vertex' && kind !== 'bedrock';
}

/** A provider that was added by command: whatever else may be said of one is as usual. */
export interface AddedProvider {
  readonly name: string;
  readonly kind: AddedKind;
  readonly url: string;
  /** By these words gateways ask for its key. */
  readonly keptKey: string;
}

const kept = 'added:';

/** By which words gateways ask for a key that was given by command; no reference of a configuration begins so. */
export function keptKeyOf(name: string, digest: string): string {
  return `${kept}${name}:${digest}`;
}

export function isKeptKey(words: string): boolean {
  return words.startsWith(kept);
}

interface Asked {
  readonly kind: AddedKind;
  readonly url?: string | undefined;
}

/** Where one answers, as it is kept. */
export function addressOf({ kind, url }: Asked): string {
  return withoutTrailingSlash(url ?? usualAddresses[kind] ?? '');
}

/** With what was added by command. A name that the configuration has stays what the configuration says. */
export function withAdded(llm: LlmConfiguration, added: readonly AddedProvider[]): LlmConfiguration {
  if (added.length === 0) return llm;
  const others = added
    .filter(({ name }) => !Object.hasOwn(llm.providers, name))
    .map(({ name, ...provider }) => [name, providerOf(provider)] as const);
  return { ...llm, providers: { ...Object.fromEntries(others), ...llm.providers } };
}

function providerOf({ kind, url, keptKey }: Omit<AddedProvider, 'name'>): LlmProvider {
  return { ...providerSchema.parse({ kind, url }), keptKey };
}
