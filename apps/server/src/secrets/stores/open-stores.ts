import type { VaultReference } from '@signet/contracts';
import type { StoreParts } from './store-parts.ts';

export interface SecretStores {
  readonly vault: (reference: VaultReference) => Promise<string>;
}

/** The stores that references lead to; the client of each is loaded at the first reference that does. */
export function openStores(parts: StoreParts): SecretStores {
  const vault = once(async () => (await import('./vault/vault.ts')).openVault(parts));
  return {
    vault: async (reference) => (await vault())(reference),
  };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
