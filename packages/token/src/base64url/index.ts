/**
 * Base64url (RFC 4648 §5) to the last bit: one canonical spelling, and what every other one has wrong.
 *
 * @example
 * ```ts
 * import { decodeBase64url, encodeBase64url } from '@signet/token/base64url';
 *
 * encodeBase64url('{"alg":"ES256"}'); // → 'eyJhbGciOiJFUzI1NiJ9'
 * decodeBase64url('aGk').problems.length; // → 0
 * decodeBase64url('aGk=').problems.length; // → 1
 * ```
 */

export type { Base64urlProblem, Base64urlReading } from './decode-base64url.ts';
export { decodeBase64url } from './decode-base64url.ts';
export { encodeBase64url } from './encode-base64url.ts';
