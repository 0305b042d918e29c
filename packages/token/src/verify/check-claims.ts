import { quoteList, quoteValue } from '../verdict/quote.ts';
import { type Refused, refused, type Verdict, verified } from '../verdict/verdict.ts';
import { notText, refuseAudience } from './check-audience.ts';
import { refuseTimes } from './check-times.ts';
import { refuseType } from './check-type.ts';
import { isCognitoPool } from './cognito-pool.ts';
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
  const audience = policy.audienceClaim ?? 'aud';
  const always = policy.dangerouslyAllowNoExpiry === true ? ['iss', audience] : ['iss', audience, 'exp'];
  const missing = [...always, ...(policy.requiredClaims ?? [])].find((name) => !Object.hasOwn(claims, name));
  if (missing === undefined) return undefined;
  return refused({
    code: 'claim_missing',
    sentence: `The token lacks the claim ${missing}.`,
    member: missing,
    expected: `the claim ${missing}`,
    actual: `claims: ${quoteList(Object.keys(claims)) || 'none'}`,
    fix:
      missing === 'aud' && isCognitoPool(claims['iss'])
        ? ofCognito
        : `Have the issuer put ${missing} into its tokens.`,
    rule: 'RFC 7519 §4',
  });
}

const ofCognito =
  'Access tokens of Amazon Cognito have no aud. Expect the id of the app client as audience, in the claim client_id: audienceClaim of the issuer, or --audience-claim.';

/** RFC 8725 §3.8: the key proves who signed only together with the issuer it was trusted for. */
function refuseIssuer(claims: Claims, policy: ClaimPolicy): Refused | undefined {
  const { iss } = claims;
  if (typeof iss !== 'string') return notText('iss', iss, 'RFC 7519 §4.1.1', 'a string');
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
