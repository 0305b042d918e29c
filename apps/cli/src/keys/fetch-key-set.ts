import { missedIssuer, readPublishedDocument } from '@signet/token/keys';
import type { Context } from '../context.ts';
import { CommandFailure, usageFailure } from '../failure.ts';
import { wayToRunning } from '../server/find-server.ts';
import { isHttpInFigures } from '../server/loopback.ts';
import { reasonOfFailure, sendBy } from '../server/send-by.ts';
import type { Way } from '../server/way.ts';
import { safeText } from '../terminal/safe-text.ts';

/** No published key set is larger, and none takes longer. */
const mostBytes = 256 * 1024;
const mostSeconds = 10;

/**
 * The text of a key set at an address that the user named, or of the one that a discovery document there names
 * (OpenID Connect Discovery 1.0 §3). Each address is shown before it is asked. Redirects are not followed. Signet's own
 * keys come by its own way; nobody else is known by the name `localhost`, where anybody's keys might be.
 * @throws CommandFailure when it is not https or this machine, does not answer, or answers no JSON
 */
export async function fetchKeySet(context: Context, address: string): Promise<string> {
  const place = checkedAddress(context, address, '--jwks-url');
  const text = await fetchText(context, place);
  const document = readPublishedDocument(text);
  // What is neither keys nor leads to them is told so where keys are read.
  if (document.kind !== 'discovery') return text;
  checkIssuer(document.issuer, place.url);
  return fetchText(context, checkedAddress(context, document.jwksUri, 'jwks_uri'));
}

/** A document that speaks for another issuer than the one whose address it has must be refused (§4.3 there). */
function checkIssuer(issuer: string | undefined, asked: URL): void {
  const expected = missedIssuer(issuer, asked);
  if (expected === undefined) return;
  throw new CommandFailure({
    sentence: 'The discovery document speaks for another issuer than the one whose address it has.',
    expected: `issuer ${expected}`,
    actual: issuer?.slice(0, 200) ?? 'no issuer',
    fix: 'Ask the issuer that the token is to be from, at its own address.',
  });
}

/** Plain http would let anybody on the way put in a key of their own. */
function checkedAddress(context: Context, address: string, place: string): Place {
  const url = URL.parse(address);
  const way = url === null ? undefined : wayToKeys(context, url);
  if (url !== null && way !== undefined && url.username === '' && url.password === '') return { url, way };
  throw usageFailure({
    sentence: `The address of ${place} is not one that keys are fetched from.`,
    expected: 'an https address, or http to this machine in figures, without a password in it',
    actual: url === null ? 'no address' : `${url.protocol}//${url.host}`,
    fix: 'Give the https address of the issuer, or save the key set and name the file with --key.',
  });
}

/** An address and how to get there. */
interface Place {
  readonly url: URL;
  readonly way: Way;
}

/** Undefined for an address at which anybody may answer. */
function wayToKeys(context: Context, url: URL): Way | undefined {
  const own = wayToRunning(context, url);
  if (own !== undefined) return own;
  return url.protocol === 'https:' || isHttpInFigures(url) ? { kind: 'as-written' } : undefined;
}

async function fetchText({ terminal }: Context, { url, way }: Place): Promise<string> {
  terminal.err(`Fetching ${safeText(url.href)}\n`);
  try {
    const message = { headers: { accept: 'application/jwk-set+json, application/json' } };
    const response = await sendBy(way, url, message, AbortSignal.timeout(mostSeconds * 1000));
    if (!response.ok) throw unanswered(url, `status ${response.status}${redirectOf(response)}`);
    return await boundedText(response, url);
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw unanswered(url, reasonOf(error));
  }
}

function redirectOf(response: Response): string {
  const isRedirect = response.status >= 300 && response.status < 400;
  return isRedirect ? `, a redirect to ${response.headers.get('location') ?? 'nowhere'}` : '';
}

async function boundedText({ body }: Response, url: URL): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    length += piece.length;
    if (length > mostBytes) throw unanswered(url, `more than ${mostBytes / 1024} KiB`);
    pieces.push(piece);
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}

function unanswered({ origin }: URL, actual: string): CommandFailure {
  return new CommandFailure({
    sentence: `There is no key set from ${origin}.`,
    expected: `a JWK set of at most ${mostBytes / 1024} KiB within ${mostSeconds} s, without a redirect`,
    actual,
    fix: 'Check the address; the issuer names it as jwks_uri in /.well-known/openid-configuration.',
  });
}

function reasonOf(error: unknown): string {
  const reason = reasonOfFailure(error);
  return reason === 'timeout' ? `no answer within ${mostSeconds} s` : (reason ?? 'no connection');
}
