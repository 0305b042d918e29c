import { quote, quoteValue } from '../verdict/quote.ts';
import { type Refused, refused } from '../verdict/verdict.ts';
import type { ClaimPolicy } from './policy.ts';
import type { JoseHeader } from './verified-token.ts';

/** RFC 7515 §4.1.9: media types ignore case, and `application/` is left out where no other slash follows. */
export function normaliseType(type: string): string {
  const lower = type.trim().toLowerCase();
  const short = lower.startsWith('application/') ? lower.slice('application/'.length) : lower;
  return short.includes('/') ? lower : short;
}

/** RFC 8725 §3.11: one kind of token must not pass for another. */
export function refuseType(header: JoseHeader, policy: ClaimPolicy): Refused | undefined {
  const { typ } = header;
  if (typ !== undefined && typeof typ !== 'string') return unexpected('a string', quoteValue(typ));
  const actual = typ === undefined ? undefined : normaliseType(typ);
  if (policy.type !== undefined) {
    if (actual === normaliseType(policy.type)) return undefined;
    return unexpected(policy.type, typ === undefined ? 'no typ' : quote(typ));
  }
  if (actual === undefined || !isRefused(actual, policy)) return undefined;
  return unexpected('a type that may be used here', quote(actual));
}

function isRefused(type: string, policy: ClaimPolicy): boolean {
  return (policy.refusedTypes ?? []).some((refusedType) => normaliseType(refusedType) === type);
}

function unexpected(expected: string, actual: string): Refused {
  return refused({
    code: 'type_unexpected',
    sentence: 'The token is of another type.',
    member: 'typ',
    expected,
    actual,
    fix: 'Send the access token; an ID token, logout token or proof is for another purpose.',
    rule: 'RFC 8725 §3.11',
  });
}
