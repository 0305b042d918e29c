import { isLoopback, type PublishedDocument, readPublishedDocument } from '@signet/token/keys';
import type { FetchDocument, FetchLimits } from '../ports/fetch-document.ts';
import { KeyFault } from './key-fault.ts';
import type { PublishedIssuer } from './key-source.ts';

export interface KeyDocument {
  /** The JWKS as it came. */
  readonly text: string;
}

const size = { maxBytes: 256 * 1024, timeoutMs: 5_000 };

/**
 * Fetches an issuer's JWKS, by way of its discovery document where that is what the configuration names.
 * @throws KeyFault when an address or a document is not what it must be
 */
export async function fetchKeys(
  { issuer, keys }: PublishedIssuer,
  fetchDocument: FetchDocument,
): Promise<KeyDocument> {
  const url = readUrl(keys.url, keys.allowInsecure);
  const configured: FetchLimits = { ...size, reach: 'anywhere' };
  if (keys.from === 'jwks') return { text: await fetchDocument(url.href, configured) };
  const jwks = readUrl(jwksUri(await fetchDocument(url.href, configured), issuer), keys.allowInsecure);
  // A document may point anywhere on its own host; to go further it must leave the network this process stands in.
  const reach = jwks.host === url.host ? 'anywhere' : 'public';
  if (isLoopback(jwks) && !isLoopback(url))
    throw new KeyFault('jwks_uri leads to this machine; the discovery document comes from another');
  return { text: await fetchDocument(jwks.href, { ...size, reach }) };
}

/** OpenID Connect Discovery 1.0 §4.3: the document's `issuer` must be exactly the one it was asked for. */
function jwksUri(text: string, issuer: string): string {
  const document = readPublishedDocument(text);
  if (document.kind !== 'discovery') throw new KeyFault(noDiscovery(document));
  if (document.issuer !== issuer)
    throw new KeyFault(`The discovery document is of another issuer than ${issuer}`);
  return document.jwksUri;
}

function noDiscovery(document: Exclude<PublishedDocument, { kind: 'discovery' }>): string {
  if (document.kind === 'keys') return 'The address of the discovery document answers with keys';
  return document.reason === 'not-keys'
    ? 'The discovery document names no jwks_uri'
    : 'The discovery document is not a JSON object';
}

/** Keys that anyone on the way could replace are worth nothing: `https`, or a server on this machine. */
function readUrl(text: string, allowInsecure: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username !== '' || url.password !== '')
    throw new KeyFault('The address of the keys is not a plain URL');
  if (url.protocol === 'https:') return url;
  if (url.protocol === 'http:' && (allowInsecure || isLoopback(url))) return url;
  throw new KeyFault(`Keys are fetched by https; ${url.origin} would need dangerouslyAllowInsecureKeys`);
}
