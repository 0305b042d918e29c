import { decodeUtf8 } from '../parse/decode-text.ts';
import { parseJsonObject } from '../parse/parse-compact-jws.ts';
import { type Refused, refused, type Verdict, verified } from '../verdict/verdict.ts';
import { checkTimes } from '../verify/check-times.ts';
import type { Claims } from '../verify/verified-token.ts';
import { type InspectedJws, inspectJws, type JwsInspection, type JwsPolicy } from './inspect-jws.ts';
import type { InspectionCode } from './inspection-keys.ts';

export interface TokenPolicy extends JwsPolicy {
  /** `all`: the signature, and `exp` and `nbf` of a claims set. `signature`: nothing else. */
  readonly checks: 'all' | 'signature';
  /** Seconds since the epoch; the caller's clock, as this room has none. */
  readonly now: number;
}

export interface TokenInspection {
  readonly header?: JwsInspection['header'];
  /** There as soon as the signature stands, even where the token is then refused for its times. */
  readonly jws?: InspectedJws;
  /** The claims, where the payload is a JSON object. */
  readonly claims?: Claims;
  /** The JSON text of the claims, in which no digit of a number is lost. */
  readonly claimsText?: string;
  readonly verdict: Verdict<InspectedJws, InspectionCode>;
}

/**
 * The signature first, then the times (RFC 7519 §4.1.4, §4.1.5). A payload that is no JSON object is a plain
 * JWS and has none.
 */
export async function inspectToken(token: unknown, policy: TokenPolicy): Promise<TokenInspection> {
  const inspection = await inspectJws(token, policy);
  if (inspection.verdict.verdict === 'refused') return inspection;
  const jws = inspection.verdict.token;
  const found = { ...inspection, jws };
  const text = decodeUtf8(jws.payload);
  if (text === undefined || !text.trimStart().startsWith('{')) return found;
  const claims = parseJsonObject(jws.payload, 'payload');
  if (claims.verdict === 'refused') {
    const unread = policy.checks === 'all' ? refuseUnread(jws.payload) : undefined;
    return unread === undefined ? found : { ...found, verdict: unread };
  }
  const read = { ...found, claims: claims.token, claimsText: text };
  if (policy.checks === 'signature') return read;
  if (!jws.isEncoded && !jws.isDetached) return { ...read, verdict: unencodedClaims() };
  const times = checkTimes(claims.token, policy);
  return { ...read, verdict: times.verdict === 'refused' ? times : verified(jws) };
}

/**
 * Why a payload that is JSON cannot be read as claims: a signature over what verifiers may read in two ways, or not whole,
 * vouches for nothing. Undefined for claims, and for what is none, as a plain JWS may hold.
 */
export function refuseUnread(payload: Uint8Array): Refused | undefined {
  const text = decodeUtf8(payload);
  if (text === undefined || !text.trimStart().startsWith('{')) return undefined;
  const claims = parseJsonObject(payload, 'payload');
  return claims.verdict === 'refused' && isJson(text) ? claims : undefined;
}

/** Refused for duplicate members, or just not JSON, which a plain JWS need not be. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function unencodedClaims(): Refused {
  return refused({
    code: 'crit_unknown',
    sentence: 'The signature stands, but a JWT must not use b64: false.',
    member: 'b64',
    expected: 'a JWT with a payload in base64url',
    actual: 'b64 false',
    fix: 'Have the issuer sign without the b64 option, or check the signature only.',
    rule: 'RFC 7797 §7',
  });
}
