import type { VaultReference } from '@signet/contracts';
import type { StoreAnswer } from '../ask-store.ts';
import { memberOf } from '../field-of.ts';
import { record } from '../record.ts';
import { orRefuse, StoreFault } from '../store-fault.ts';
import type { StoreParts } from '../store-parts.ts';
import { openVaultLine, type VaultLine } from './vault-line.ts';
import { createVaultToken, type VaultToken } from './vault-token.ts';

/** Reads secrets of KV version 2 (Vault HTTP API, `GET /v1/:mount/data/:path`). */
export function openVault(parts: StoreParts): (reference: VaultReference) => Promise<string> {
  let opened: { readonly line: VaultLine; readonly token: VaultToken } | undefined;
  return (reference) =>
    orRefuse(reference, 'Vault', async () => {
      const line = opened?.line ?? openVaultLine(parts);
      opened ??= { line, token: createVaultToken(line, parts) };
      return fieldOf(await readVersion(reference, line, opened.token), reference);
    });
}

/** A token may have ended before its time; it is then got anew, once. */
async function readVersion(
  reference: VaultReference,
  line: VaultLine,
  token: VaultToken,
): Promise<StoreAnswer> {
  const first = await ask(reference, line, await token.get());
  if (first.status !== 403 || !token.forget()) return first;
  return ask(reference, line, await token.get());
}

function ask({ path, version }: VaultReference, line: VaultLine, token: string): Promise<StoreAnswer> {
  const query = version === undefined ? '' : `?version=${version}`;
  const headers = { ...line.headers, 'x-vault-token': token };
  return line.ask({ url: `${line.root}/${path}${query}`, method: 'GET', headers });
}

function fieldOf({ status, body }: StoreAnswer, { field }: VaultReference): string {
  // A version that was deleted is answered with 404 too, with its metadata and no data.
  if (status !== 200) throw new StoreFault(`status ${status}`);
  return memberOf(record(record(record(body)['data'])['data']), field);
}
