import { isShared, refusal, type SteadyTime } from '@signet/contracts';
import { type CompactJws, parseCompactJws, parseJsonObject } from '@signet/token/parse';
import { verified } from '@signet/token/verdict';
import { verifyParsedSignature } from '@signet/token/verify';
import { checkInPlace } from '../keys/check-in-place.ts';
import type { IssuerKeys, KeyRing } from '../keys/issuer-keys.ts';
import type { BoundKey } from '../keys/shared-secret.ts';
import type { Acceptance, Acceptances, IssuerPolicy } from './acceptance.ts';
import { type Belief, type Disbelief, disbelief } from './belief.ts';
import { explainRejected } from './explain-rejected.ts';
import { refuseUnbound } from './refuse-unbound.ts';
import { type TrustedToken, trustedToken } from './trusted-token.ts';

/** What a signature is held against. */
export interface SignatureTrust {
  readonly accepts: Acceptances;
  readonly keysOf: (policy: IssuerPolicy) => IssuerKeys;
  readonly now: SteadyTime;
  /** JSON values in the header, and as many in the claims. */
  readonly maxValues: number;
  /** Whether it is known that everything which the issuer's key of this name signed was revoked. */
  readonly revokedKey: (issuer: string, kid: string) => boolean;
}

/** A token that one of the accepted issuers signed. Nothing is said of its claims. */
export interface SignedByIssuer {
  readonly token: TrustedToken;
  /** The keys under which it was verified. */
  readonly ring: KeyRing;
  readonly accepted: Acceptance;
}

/** Asks whether one of the accepted issuers signed the token, under keys that it has now. */
export async function believeSignature(
  compact: string,
  { accepts, keysOf, now, maxValues, revokedKey }: SignatureTrust,
): Promise<Belief<SignedByIssuer>> {
  const parsed = parseCompactJws(compact, { maxBytes: compact.length, maxValues });
  if (parsed.verdict === 'refused') return parsed;
  const selected = selectIssuer(parsed.token, accepts, maxValues);
  if (selected.verdict === 'refused') return selected;
  const accepted = selected.token;
  const shared = isShared(parsed.token.header.alg);
  const ring = await keysOf(accepted.policy).ringFor(kidOf(parsed.token), now, { shared });
  if (ring === undefined) return disbelief(refusal('keys_unavailable', { issuer: accepted.policy.name }));
  const signed = await checkSignature(parsed.token, accepted, ring);
  if (signed.verdict === 'refused') return explainUnknown(signed, accepted, kidOf(parsed.token), revokedKey);
  return verified({ token: signed.token, ring, accepted });
}

/**
 * The unverified `iss` is read to choose among the accepted issuers and for nothing else: only that issuer's keys are
 * tried, and the claim is checked again once the signature stands.
 */
function selectIssuer({ payload }: CompactJws, accepts: Acceptances, maxValues: number): Belief<Acceptance> {
  const claims = parseJsonObject(payload, 'payload', { maxValues });
  if (claims.verdict === 'refused') return claims;
  const { iss } = claims.token;
  if (typeof iss !== 'string')
    return disbelief(refusal('claim_missing.issuer', { accepted: names(accepts) }));
  const accepted = accepts.get(iss);
  return accepted === undefined ? issuerUnexpected(accepts, iss) : verified(accepted);
}

async function checkSignature(
  jws: CompactJws,
  { policy: { issuer }, audience }: Acceptance,
  { keys, secrets, rejected }: KeyRing,
): Promise<Belief<TrustedToken>> {
  const bound = isShared(jws.header.alg) ? boundTo(audience, secrets) : [];
  const signature = await verifyParsedSignature(jws, {
    keys: bound.length > 0 ? bound.map(({ key }) => key) : keys,
    check: checkInPlace,
  });
  if (signature.verdict === 'refused') {
    return disbelief(explainRejected(signature.refusal, kidOf(jws), rejected));
  }
  // Counted when the issuer was selected: these are the same bytes.
  const claims = parseJsonObject(signature.token.payload, 'payload');
  if (claims.verdict === 'refused') return claims;
  const { header, key } = signature.token;
  const by = bound.find((each) => each.key === key);
  const unbound = by && refuseUnbound(claims.token, by);
  return unbound ?? verified(trustedToken(issuer, header, claims.token, key.kid));
}

/** A key that was revoked is published no more: whoever looks the refusal up hears of that, and not of a key that nobody knows. */
function explainUnknown(
  refused: Disbelief,
  { policy: { issuer } }: Acceptance,
  kid: string | undefined,
  revokedKey: SignatureTrust['revokedKey'],
): Disbelief {
  const unknown = refused.refusal.code === 'key_unknown' && kid !== undefined;
  return unknown && revokedKey(issuer, kid) ? disbelief(refusal('token_revoked.key')) : refused;
}

/** The secrets of the audiences that are asked for, and of none: whoever shares another one proves nothing here. */
function boundTo(audiences: readonly string[], secrets: readonly BoundKey[]): readonly BoundKey[] {
  return secrets.filter(({ audience }) => audience === undefined || audiences.includes(audience));
}

function kidOf({ header }: CompactJws): string | undefined {
  return typeof header['kid'] === 'string' ? header['kid'] : undefined;
}

const longestIssuer = 128;

/** The refusal of a token of an issuer that is not among the accepted ones. */
export function issuerUnexpected(accepts: Acceptances, found: string): Disbelief {
  const issuer = found.length <= longestIssuer ? found : `${found.slice(0, longestIssuer)}…`;
  return disbelief(refusal('issuer_unexpected.route', { accepted: names(accepts), issuer }));
}

function names(accepts: Acceptances): string {
  return [...accepts.keys()].join(', ');
}
