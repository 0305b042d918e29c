import { type AskStore, createAskStore } from '../ask-store.ts';
import { StoreFault } from '../store-fault.ts';
import type { StoreParts } from '../store-parts.ts';

/** Where Vault is, and what each request to it carries. */
export interface VaultLine {
  /** `https://vault.example:8200/v1` */
  readonly root: string;
  /** Without a token. */
  readonly headers: Readonly<Record<string, string>>;
  readonly ask: AskStore;
}

/** @throws StoreFault where nothing says where it is */
export function openVaultLine({ configuration, places, host }: StoreParts): VaultLine {
  const { address, namespace } = configuration.vault;
  const root = address ?? places.variable('VAULT_ADDR');
  if (root === undefined || !URL.canParse(root)) {
    throw new StoreFault('no address: say `secrets.vault.address` or VAULT_ADDR');
  }
  const space = namespace ?? places.variable('VAULT_NAMESPACE');
  return {
    root: `${root.replace(/\/+$/, '')}/v1`,
    // Vault refuses, where it is told to, what a page could have been talked into sending.
    headers: { 'x-vault-request': 'true', ...(space === undefined ? {} : { 'x-vault-namespace': space }) },
    ask: createAskStore(host),
  };
}
