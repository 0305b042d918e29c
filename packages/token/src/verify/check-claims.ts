import { quoteList, quoteValue } from '../verdict/quote.ts';
import { type Refused, refused, type Verdict, verified } from '../verdict/verdict.ts';
import { refuseTimes } from './check-times.ts';
import { refuseType } from './check-type.ts';
import type { ClaimPolicy } from './policy.ts';
import type { Claims, JoseHeader } from './verified-token.ts';

/**
 * Checks type, presence, issuer, audience and times, in this order. Pure and synchronous.
 * Only for claims whose signature stands: it cannot tell.
 */
export function checkClaims(claims: Claims, header: JoseHeader, policy: ClaimPolicy): Verdict<Claims> {
  return (
    refuseType(header, policy) ??
    refuseMissing(claims, policy) ??
    refuseIssuer(claims, policy) ??
    refuseAudience(claims, policy) ??
    refuseTimes(claims, policy) ??
    verified(claims)
  );
}

function refuseMissing(claims: Claims, policy: ClaimPolicy): Refused | undefined {
  const always = policy.dangerouslyAllowNoExpiry === true ? ['iss', 'aud'] : ['iss', 'aud', 'exp'];
  const missing = [...always, ...(policy.requiredClaims ?? [])].find((name) => !Object.hasOwn(claims, name));
  if (missing === undefined) return undefined;
  return refused({
    code: 'claim_missing',
    sentence: `The token lacks the claim ${missing}.`,
    member: missing,
    expected: `the claim ${missing}`,
    actual: `claims: ${quoteList(Object.keys(claims)) || 'none'}`,
    fix: `Have the issuer put ${missing} into its tokens.`,
    rule: 'RFC 7519 §4',
  });
}

/** RFC 8725 §3.8: the key proves who signed only together with the issuer it was trusted for. */
function refuseIssuer(claims: Claims, policy: ClaimPolicy): Refused | undefined {
  const { iss } = claims;
  if (typeof iss !== 'string') return notText('iss', iss, 'RFC 7519 §4.1.1');
  if (policy.issuers.includes(iss)) return undefined;
  return refused({
    code: 'issuer_unexpected',
    sentence: 'The token comes from another issuer.',
    member: 'iss',
    expected: quoteList(policy.issuers) || 'no issuer is accepted',
    actual: quoteValue(iss),
    fix: 'Get the token from the expected issuer; the two must be equal to the letter, slashes included.',
    rule: 'RFC 7519 §4.1.1',
  });
}

function refuseAudience(claims: Claims, policy: ClaimPolicy): Refused | undefined {
  const audiences = readAudiences(claims);
  if (audiences === undefined) return notText('aud', claims['aud'], 'RFC 7519 §4.1.3');
  if (audiences.some((audience) => policy.audiences.includes(audience))) return undefined;
  return refused({
    code: 'audience_unexpected',
    sentence: 'The token is meant for another audience.',
    member: 'aud',
    expected: quoteList(policy.audiences) || 'no audience is accepted',
    actual: quoteList(audiences) || 'an empty list',
    fix: 'Ask for a token with the expected audience.',
    rule: 'RFC 7519 §4.1.3',
  });
}

/** `aud` is one text or a list of them (RFC 7519 §4.1.3); undefined for anything else. */
function readAudiences(claims: Claims): readonly string[] | undefined {
  const { aud } = claims;
  if (typeof aud === 'string') return [aud];
  if (!Array.isArray(aud)) return undefined;
  const audiences: unknown[] = aud;
  return audiences.every((audience) => typeof audience === 'string') ? audiences : undefined;
}

function notText(member: string, actual: unknown, rule: string): Refused {
  return refused({
    code: 'claim_invalid',
    sentence: `The claim ${member} is not of the kind it must be.`,
    member,
    expected: member === 'aud' ? 'a string or a list of strings' : 'a string',
    actual: quoteValue(actual),
    fix: `Have the issuer write ${member} as RFC 7519 says.`,
    rule,
  });
}
