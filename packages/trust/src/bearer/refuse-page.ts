import { createHash, timingSafeEqual } from 'node:crypto';
import { refusal, type SignetRefusal } from '@signet/contracts';
import type { Claims } from '@signet/token/verify';

/** What a request says of the page that sent it, where a browser may have added the token by itself. */
export interface PageRequest {
  readonly method: string;
  /** The name of the host that was asked, in lower case and without a port. */
  readonly host: string;
  /** `Origin`. */
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`. */
  readonly site: string | undefined;
  /** The values of all `X-CSRF-Token` headers. */
  readonly csrf: readonly string[];
  /** It names another method in a header, which frameworks take in place of its own. */
  readonly overridesMethod: boolean;
  /** It opens a WebSocket, which pages of any site may open and read: nothing keeps one to its own origin but whom it asks. */
  readonly opensSocket?: boolean;
}

const methodName = /^x[-_](?:http[-_])?method$|method[-_]override$/i;

/** True for headers from which frameworks take the method in place of the one that came. */
export function overridesMethod(header: string): boolean {
  return methodName.test(header);
}

/** What a token says of the proof by which pages use it: the claim `csrf_hash`. */
export function csrfHash(csrfToken: string): string {
  return createHash('sha256').update(csrfToken).digest('base64url');
}

/** Those that change nothing (RFC 9110 §9.2.1), of the methods that are taken at all. */
const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
const hashShape = /^[A-Za-z0-9_-]{43}$/;

/**
 * Why a token that came in a cookie does not count. What changes something must come from a page of the same site which can
 * read the answers of the identity provider: it sends the token whose hash stands in the access token, so that nothing has to be
 * looked up.
 */
export function refusePage(claims: Claims, page: PageRequest): SignetRefusal | undefined {
  const bound = claims['csrf_hash'];
  if (typeof bound !== 'string' || !hashShape.test(bound)) return refusal('csrf_token_invalid.not_bound');
  const opensSocket = page.opensSocket === true;
  if (safeMethods.has(page.method) && !page.overridesMethod && !opensSocket) return undefined;
  const foreign = foreignPage(page);
  if (foreign !== undefined) return refusal('origin_not_allowed.not_same_site', { came: foreign });
  // A page can send no header of its own with it.
  if (opensSocket) return undefined;
  const [presented, ...more] = page.csrf;
  if (presented === undefined) return refusal('csrf_token_invalid.missing');
  const isTheirs = timingSafeEqual(Buffer.from(csrfHash(presented)), Buffer.from(bound));
  return isTheirs && more.length === 0 ? undefined : refusal('csrf_token_invalid.other');
}

const near: ReadonlySet<string | undefined> = new Set(['same-origin', 'same-site', 'none']);

/**
 * How the page stands to us where that is too far away, so that its browser may have added a cookie or a password by itself. A program
 * says nothing of it: it has none but its own.
 */
export function foreignPage({
  host,
  origin,
  site,
}: Pick<PageRequest, 'host' | 'origin' | 'site'>): string | undefined {
  if (site !== undefined) return near.has(site) ? undefined : 'a page of another site';
  if (origin === undefined) return undefined;
  return URL.canParse(origin) && new URL(origin).hostname === host ? undefined : 'a page of another host';
}
