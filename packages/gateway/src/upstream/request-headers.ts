import type { Call } from '../call/call.ts';
import type { Door } from '../door.ts';
import type { RequestHead } from '../request/request-head.ts';
import type { Admitted } from '../steps/passage.ts';
import { claimAt, claimText } from '../token/claim-at.ts';

/** Names this gateway in `Via` (RFC 9110 §7.6.3). */
const pseudonym = 'signet';
const notForHeaders = /[^\x20-\x7e]+/g;

export interface Hop {
  readonly reference: string;
  /** Of the client's end of the connection. */
  readonly address: string;
  readonly scheme: Door['scheme'];
  readonly call: Pick<Call, 'version'>;
}

/**
 * What the upstream is told: the client's own headers, already rid of everything only a gateway may say, then who
 * calls and from where. The `Authorization` of a protected route stays here; a public route's is the upstream's.
 */
export function requestHeaders(head: RequestHead, admitted: Admitted, hop: Hop): string[] {
  const headers = head.headers.slice();
  const via = `${hop.call.version} ${pseudonym}`;
  headers.push('via', head.via === '' ? via : `${head.via}, ${via}`);
  headers.push('x-forwarded-for', hop.address, 'x-forwarded-proto', hop.scheme);
  if (head.authority !== '') headers.push('x-forwarded-host', head.authority);
  headers.push('signet-reference', hop.reference);
  if (admitted.route.kind === 'protected') headers.push(...contextHeaders(admitted, { evenEmpty: false }));
  else for (const value of head.authorization) headers.push('authorization', value);
  return headers;
}

/**
 * Who calls, in the headers that the route names: name, value, name, value …
 * @param evenEmpty a claim that the token does not carry makes an empty header; else none, as the client's copy is gone already
 */
export function contextHeaders(admitted: Admitted, { evenEmpty }: { readonly evenEmpty: boolean }): string[] {
  const headers: string[] = [];
  const { route } = admitted;
  if (route.kind === 'public') return headers;
  const claims = 'token' in admitted ? admitted.token.claims : {};
  for (const { name, claim } of route.context) {
    const text = claimText(claimAt(claims, claim));
    if (text !== undefined) headers.push(name, headerValue(text));
    else if (evenEmpty) headers.push(name, '');
  }
  return headers;
}

/**
 * Claims are Unicode and header values are not: what has no place in a header is percent-encoded as UTF-8. Nothing is
 * cut off, for two subjects must never become one; a value too long for the upstream is the upstream's to refuse.
 */
export function headerValue(text: string): string {
  const unambiguous = text.replace(/%(?=[0-9A-Fa-f]{2})/g, '%25');
  return outerSpacesEscaped(unambiguous.replace(notForHeaders, escaped));
}

function escaped(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : Array.from(text, escapedCharacter).join('');
}

/** Half of a surrogate pair has no UTF-8; it gets the bytes that its number would have, which no text has (WTF-8). */
function escapedCharacter(character: string): string {
  if (character.isWellFormed()) return encodeURIComponent(character);
  const number = character.charCodeAt(0);
  const bytes = [0xe0 | (number >> 12), 0x80 | ((number >> 6) & 0x3f), 0x80 | (number & 0x3f)];
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase()}`).join('');
}

/**
 * Spaces at either end are no part of a header's value (RFC 9110 §5.5), so they are written as what they are. By hand,
 * as ` +$` begins anew at every space of a long row that does not end the text: quadratic work.
 */
function outerSpacesEscaped(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  return '%20'.repeat(start) + text.slice(start, end) + '%20'.repeat(text.length - end);
}
