import { isInMilliseconds } from '../describe/describe-time.ts';
import { readSeconds } from '../json/exact-number.ts';
import { quoteValue } from '../verdict/quote.ts';
import { type Refused, refused, type Verdict, verified } from '../verdict/verdict.ts';
import type { TimePolicy } from './policy.ts';
import type { Claims } from './verified-token.ts';

/**
 * Is now between `nbf` and `exp`? Cheap and synchronous, so that a cached token is asked again at every use.
 * An absent claim is nothing to check here; `checkClaims` says which must be there.
 */
export function checkTimes(claims: Claims, policy: TimePolicy): Verdict<Claims> {
  return refuseTimes(claims, policy) ?? verified(claims);
}

export function refuseTimes(claims: Claims, policy: TimePolicy): Refused | undefined {
  return (
    refuseUnlessDate(claims, 'exp', 'RFC 7519 §4.1.4') ??
    refuseUnlessDate(claims, 'nbf', 'RFC 7519 §4.1.5') ??
    refuseUnlessDate(claims, 'iat', 'RFC 7519 §4.1.6') ??
    refuseMilliseconds(claims, 'exp') ??
    refuseMilliseconds(claims, 'nbf') ??
    refuseMilliseconds(claims, 'iat') ??
    refuseExpired(claims, policy) ??
    refuseEarly(claims, policy)
  );
}

/** RFC 7519 §2, NumericDate: a number of seconds, and one that can be compared without being rounded first. */
function refuseUnlessDate(claims: Claims, member: string, rule: string): Refused | undefined {
  if (!Object.hasOwn(claims, member) || readSeconds(claims[member]) !== undefined) return undefined;
  return refused({
    code: 'claim_invalid',
    sentence: `The claim ${member} is not a time.`,
    member,
    expected: 'a number of seconds since 1970-01-01T00:00:00Z',
    actual: quoteValue(claims[member]),
    fix: `Have the issuer write ${member} as a JSON number.`,
    rule,
  });
}

/**
 * Read as seconds such a time never comes: by its `exp` the token would live for ever, by its `nbf` never begin, and by
 * its `iat` be younger than any revocation of what was issued before.
 */
function refuseMilliseconds(claims: Claims, member: 'exp' | 'nbf' | 'iat'): Refused | undefined {
  const time = readSeconds(claims[member]);
  if (time === undefined || !isInMilliseconds(time)) return undefined;
  return refused({
    code: 'claim_invalid',
    sentence: `The claim ${member} is in milliseconds.`,
    member,
    expected: 'a number of seconds since 1970-01-01T00:00:00Z',
    actual: quoteValue(claims[member]),
    fix: 'Divide by 1000 and round down.',
    rule: 'RFC 7519 §2',
  });
}

/** RFC 7519 §4.1.4: the token must not be accepted on or after `exp`. */
function refuseExpired(claims: Claims, { now, clockSkew = 0 }: TimePolicy): Refused | undefined {
  const exp = readSeconds(claims['exp']);
  if (exp === undefined || now < exp + clockSkew) return undefined;
  return refused({
    code: 'token_expired',
    sentence: 'The token has expired.',
    member: 'exp',
    expected: `a use before ${instant(exp)}${allowance(clockSkew)}`,
    actual: `used at ${instant(now)}`,
    fix: 'Get a new token: refresh it or sign in again.',
    rule: 'RFC 7519 §4.1.4',
  });
}

function refuseEarly(claims: Claims, { now, clockSkew = 0 }: TimePolicy): Refused | undefined {
  const nbf = readSeconds(claims['nbf']);
  if (nbf === undefined || now >= nbf - clockSkew) return undefined;
  return refused({
    code: 'token_not_yet_valid',
    sentence: 'The token is not valid yet.',
    member: 'nbf',
    expected: `a use from ${instant(nbf)} on${allowance(clockSkew)}`,
    actual: `used at ${instant(now)}`,
    fix: 'Wait until then; if that is now, one of the two clocks is wrong.',
    rule: 'RFC 7519 §4.1.5',
  });
}

function allowance(clockSkew: number): string {
  return clockSkew === 0 ? '' : ` (give or take ${clockSkew} s)`;
}

/** ISO 8601 in UTC; a time beyond what a Date can hold is written as its number. */
function instant(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? `${seconds} s since 1970` : date.toISOString().replace('.000Z', 'Z');
}
