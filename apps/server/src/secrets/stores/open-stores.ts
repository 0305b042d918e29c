import type { AwsReference, AzureReference, VaultReference } from '@signet/contracts';
import type { StoreParts } from './store-parts.ts';

export interface SecretStores {
  readonly vault: (reference: VaultReference) => Promise<string>;
  readonly aws: (reference: AwsReference) => Promise<string>;
  readonly azure: (reference: AzureReference) => Promise<string>;
}

/** The stores that references lead to; the client of each is loaded at the first reference that does. */
export function openStores(parts: StoreParts): SecretStores {
  const vault = once(async () => (await import('./vault/vault.ts')).openVault(parts));
  const aws = once(async () => (await import('./aws/secrets-manager.ts')).openSecretsManager(parts));
  const azure = once(async () => (await import('./azure/key-vault.ts')).openKeyVault(parts));
  return {
    vault: async (reference) => (await vault())(reference),
    aws: async (reference) => (await aws())(reference),
    azure: async (reference) => (await azure())(reference),
  };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
