import type { AzureReference } from '@signet/contracts';
import { type AskStore, createAskStore, type StoreAnswer } from '../ask-store.ts';
import { fieldOf } from '../field-of.ts';
import { record } from '../record.ts';
import { documentedCode, orRefuse, StoreFault } from '../store-fault.ts';
import type { StoreParts } from '../store-parts.ts';
import { type AzureToken, createAzureToken } from './azure-token.ts';

const apiVersion = '7.4';

interface Vault {
  readonly root: string;
  readonly token: AzureToken;
  readonly ask: AskStore;
}

/**
 * Reads secrets of one Azure Key Vault (REST, `GET /secrets/NAME/VERSION`). What the vault says of where to sign in is not
 * followed: the token goes to the vault that the configuration names, and is got where that says.
 */
export function openKeyVault(parts: StoreParts): (reference: AzureReference) => Promise<string> {
  let opened: Vault | undefined;
  return (reference) =>
    orRefuse(reference, 'Azure Key Vault', async () => {
      opened ??= openVault(parts);
      return secretOf(await readOrAnew(reference, opened), reference);
    });
}

function openVault(parts: StoreParts): Vault {
  const { vault: root } = parts.configuration.azure;
  if (root === undefined) throw new StoreFault('no vault: say `secrets.azure.vault`');
  const ask = createAskStore(parts.host);
  return { root, ask, token: createAzureToken(parts, ask, resourceOf(root)) };
}

/** Whom a token for it is for: `https://vault.azure.net`, and likewise in the other clouds. */
function resourceOf(vault: string): string {
  const [, suffix = 'vault.azure.net'] = /^[^.]+\.(vault\.[a-z.]+)$/.exec(new URL(vault).hostname) ?? [];
  return `https://${suffix}`;
}

async function readOrAnew(reference: AzureReference, vault: Vault): Promise<StoreAnswer> {
  const first = await getSecret(reference, vault);
  if (first.status !== 401) return first;
  vault.token.forget();
  return getSecret(reference, vault);
}

async function getSecret(
  { name, version }: AzureReference,
  { root, token, ask }: Vault,
): Promise<StoreAnswer> {
  const url = `${root}/secrets/${name}${version === undefined ? '' : `/${version}`}?api-version=${apiVersion}`;
  const headers = { authorization: `Bearer ${await token.get()}`, accept: 'application/json' };
  return ask({ url, method: 'GET', headers });
}

function secretOf({ status, body }: StoreAnswer, { field }: AzureReference): string {
  if (status !== 200) {
    const code = documentedCode(record(record(body)['error'])['code']);
    throw new StoreFault(code === undefined ? `status ${status}` : `${status} ${code}`);
  }
  const { value } = record(body);
  if (typeof value !== 'string') throw new StoreFault('a secret without a value');
  return fieldOf(value, field);
}
