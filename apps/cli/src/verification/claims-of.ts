import { decodeUtf8, parseJsonObject } from '@signet/token/parse';
import { type Refused, refused, type Verdict, verified } from '@signet/token/verdict';
import type { Claims } from '@signet/token/verify';
import type { CheckedSelective } from './check-selective.ts';
import type { CheckedSignature } from './check-signature.ts';
import type { AskedOfClaims } from './refuse-claims.ts';

/**
 * The claims, or undefined for a payload that is none and of which nothing was asked. With `b64: false` it is none
 * whatever it looks like (RFC 7797 §7).
 */
export function claimsOf(
  { payload, isEncoded }: Pick<CheckedSignature, 'payload' | 'isEncoded'>,
  selective: CheckedSelective | undefined,
  { issuer, audience }: Pick<AskedOfClaims, 'issuer' | 'audience'>,
): Verdict<Claims | undefined> {
  const isAsked = issuer !== undefined || audience !== undefined;
  const isClaims = isEncoded && decodeUtf8(payload)?.trimStart().startsWith('{') === true;
  if (!isClaims && !isAsked) return verified(undefined);
  if (!isEncoded) return notClaims();
  const parsed = parseJsonObject(payload, 'payload');
  if (parsed.verdict === 'refused' || selective === undefined) return parsed;
  return verified(selective.read.claims as Claims);
}

function notClaims(): Refused {
  return refused({
    code: 'crit_unknown',
    sentence: 'The signature stands, but a token with b64: false has no claims.',
    member: 'b64',
    fix: 'Have the issuer sign without b64, or ask for neither issuer nor audience.',
    rule: 'RFC 7797 §7',
  });
}
