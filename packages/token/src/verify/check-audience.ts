import { quote, quoteList, quoteValue } from '../verdict/quote.ts';
import { type Refused, refused } from '../verdict/verdict.ts';
import type { ClaimPolicy } from './policy.ts';
import type { Claims } from './verified-token.ts';

const rule = 'RFC 7519 §4.1.3';

/** A claim that stands for `aud` is no way around it: where both are there, both must fit. */
export function refuseAudience(claims: Claims, policy: ClaimPolicy): Refused | undefined {
  const { audienceClaim: standIn } = policy;
  if (standIn === undefined) return refuseAud(claims, policy);
  const beside = Object.hasOwn(claims, 'aud') ? refuseAud(claims, policy) : undefined;
  if (beside !== undefined) return beside;
  const value = claims[standIn];
  if (typeof value !== 'string' || value === '')
    return notText(standIn, value, rule, 'a string that is not empty');
  return policy.audiences.includes(value)
    ? undefined
    : unexpectedAudience(standIn, expectedOf(policy), quote(value));
}

function refuseAud(claims: Claims, policy: ClaimPolicy): Refused | undefined {
  const audiences = readAudiences(claims);
  if (audiences === undefined) return notText('aud', claims['aud'], rule, 'a string or a list of strings');
  if (audiences.some((audience) => policy.audiences.includes(audience))) return undefined;
  return unexpectedAudience('aud', expectedOf(policy), quoteList(audiences) || 'an empty list');
}

const expectedOf = ({ audiences }: ClaimPolicy) => quoteList(audiences) || 'no audience is accepted';

export function unexpectedAudience(member: string, expected: string, actual: string): Refused {
  return refused({
    code: 'audience_unexpected',
    sentence: 'The token is meant for another audience.',
    member,
    expected,
    actual,
    fix: 'Ask for a token with the expected audience.',
    rule,
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

export function notText(member: string, actual: unknown, rule: string, expected: string): Refused {
  return refused({
    code: 'claim_invalid',
    sentence: `The claim ${member} is not of the kind it must be.`,
    member,
    expected,
    actual: quoteValue(actual),
    fix: `Have the issuer write ${member} as RFC 7519 says.`,
    rule,
  });
}
