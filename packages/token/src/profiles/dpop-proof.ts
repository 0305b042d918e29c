import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { halfOfJwk, isJwk } from '../keys/jwk.ts';
import type { Jwk } from '../keys/key.ts';
import { secondsUnder } from '../lint/examined-token.ts';
import { quote, quoteValue } from '../verdict/quote.ts';
import { checkAsymmetric, checkProfileType } from './check-profile-type.ts';
import { checkBinding } from './key-binding.ts';
import type { Expectations, ProfileReport } from './profile.ts';
import { sha } from './sha.ts';

/** A proof is made for one request; older ones are replays. In seconds. */
const freshFor = 300;

/** RFC 9449 §4.2 and §4.3. That the signature holds for the key inside is for `verifySignature` to say. */
export async function checkDpopProof(report: ProfileReport, expected: Expectations): Promise<void> {
  checkProfileType(report, 'dpop+jwt', 'RFC 9449 §4.2');
  checkAsymmetric(report, 'RFC 9449 §4.2');
  const jwk = checkKey(report);
  report.require(['jti', 'htm', 'htu', 'iat'], 'RFC 9449 §4.2');
  report.expect('htm', expected.method?.toUpperCase(), 'RFC 9449 §4.3 (8)');
  checkAddress(report, expected.url);
  checkAge(report, expected);
  report.expect('nonce', expected.nonce, 'RFC 9449 §4.3 (10)');
  if (expected.nonce !== undefined) report.require(['nonce'], 'RFC 9449 §4.3 (10)');
  if (expected.accessToken === undefined) return;
  await checkAccessTokenHash(report, expected.accessToken);
  if (jwk !== undefined) await checkBinding(report, jwk, expected.accessToken);
}

function checkKey(report: ProfileReport): Jwk | undefined {
  const reference = 'RFC 9449 §4.2';
  const value = report.headerOf('jwk')?.value;
  if (!isJwk(value)) {
    const fix = 'Put the public key of the client into the header as jwk.';
    report.add('jwk', 'jwk-missing', {
      sentence: 'The proof does not bring its public key (jwk).',
      fix,
      reference,
    });
    return undefined;
  }
  if (halfOfJwk(value) === 'public') return value;
  const fix = 'Send the public half only, and make a new key: this one is known now.';
  report.add('jwk', 'jwk-private', { sentence: 'The proof gives its private key away.', fix, reference });
  return undefined;
}

/** RFC 9449 §4.3 (9): compared without query and fragment, in normal form. */
function checkAddress(report: ProfileReport, url: string | undefined): void {
  const at = report.claim('htu');
  if (at === undefined) return;
  const actual = typeof at.value === 'string' ? withoutQuery(at.value) : undefined;
  const expected = url === undefined ? undefined : withoutQuery(url);
  if (actual !== undefined && (expected === undefined || actual === expected)) return;
  const sentence =
    actual === undefined
      ? `htu is ${quoteValue(at.value)}, which is no address.`
      : `The proof is for ${quote(actual)}, the request went to ${quote(expected ?? '')}.`;
  const fix = 'Make a new proof for each request, with the address that is called.';
  report.add('htu', 'htu-unexpected', { sentence, fix, reference: 'RFC 9449 §4.3 (9)' });
}

function withoutQuery(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}

function checkAge(report: ProfileReport, { now, clockSkew = 60 }: Expectations): void {
  const iat = secondsUnder(report.token.claims, 'iat');
  const reference = 'RFC 9449 §4.3 (11)';
  if (report.claim('iat') !== undefined && iat === undefined) {
    report.add('iat', 'iat-not-a-time', { sentence: 'iat is no number.', fix: 'Write seconds.', reference });
  }
  if (iat === undefined) return;
  const age = Math.round(now - iat);
  if (age <= freshFor && age >= -clockSkew) return;
  const sentence = age > 0 ? `The proof is ${age} s old.` : `The proof was made ${-age} s in the future.`;
  const fix = age > 0 ? 'Make a new proof for each request.' : 'Compare the clocks.';
  report.add('iat', 'iat-not-fresh', { sentence, fix, reference });
}

async function checkAccessTokenHash(report: ProfileReport, accessToken: string): Promise<void> {
  const reference = 'RFC 9449 §4.3 (12)';
  report.require(['ath'], reference);
  const at = report.claim('ath');
  if (at === undefined || at.value === encodeBase64url(await sha(256, accessToken))) return;
  const sentence = 'ath is not the hash of the access token that was given.';
  const fix = 'Make the proof for the token that it is sent with: base64url of its SHA-256.';
  report.add('ath', 'ath-unexpected', { sentence, fix, reference });
}
