import type { IncomingHttpHeaders } from 'node:http';
import { accountAudience } from '@signet/contracts';
import { isOfBrowser } from '@signet/http';
import type { ClientDirectory } from '../clients/registered-client.ts';
import type { Lineage } from '../ports/index.ts';

export interface HiddenTokenParts {
  readonly issuer: string;
  readonly clients: ClientDirectory;
}

/**
 * Whether the page that asks is to have no access token: its origin is one of a client with `browserTokens: cookie`. A page
 * cannot change the `Origin` that it is named by, so no script in it gets what was hidden from it. The hosted pages use theirs for
 * the person's own account alone, at which no API is.
 */
export async function hidesToken(
  headers: IncomingHttpHeaders,
  { grant }: Lineage,
  { issuer, clients }: HiddenTokenParts,
): Promise<boolean> {
  if (!isOfBrowser(headers) || grant.audiences.includes(accountAudience(issuer))) return false;
  return clients.hidesTokensFrom(headers.origin ?? new URL(issuer).origin);
}
