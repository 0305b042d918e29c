import { type InspectedJws, inspectJws, openInspectionKeys, signingAlgorithmsOf } from '@signet/token/jws';
import {
  type GivenKey,
  type GivenKeys,
  halfOfJwk,
  type KeyRefusalCode,
  keyPrivate,
} from '@signet/token/keys';
import { readSerialised } from '@signet/token/serialisation';
import { type Refused, refused, type Verdict, type VerdictCode, verified } from '@signet/token/verdict';
import { longestToken } from '../input/longest-token.ts';
import { onlyAlgorithm, parseSigningAlgorithm } from '../keys/choose-algorithm.ts';
import { givenBy } from '../keys/given-keys.ts';
import type { KeySource, UsableKey } from '../keys/read-key-text.ts';

/** Why a token was refused: about itself, or about the key that was given for it. */
export type RefusalCode = VerdictCode | KeyRefusalCode;

/** A signature that stands, of any serialisation. */
export interface CheckedSignature {
  readonly header: { readonly alg: string; readonly [member: string]: unknown };
  /** What of the header the signature covers, with the algorithm it was verified by. */
  readonly signedHeader: CheckedSignature['header'];
  readonly payload: Uint8Array;
  readonly algorithm: string;
  readonly kid?: string;
  /** False with `b64: false` (RFC 7797), which a JWT does not have. */
  readonly isEncoded: boolean;
  readonly warnings: readonly string[];
}

export interface CheckOptions extends KeySource {
  /** The one algorithm to accept. */
  readonly alg?: string;
  /** A payload that stands beside the token. */
  readonly detached?: string;
}

/**
 * Does the key that was named vouch for these bytes? Any serialisation and algorithm, by the reader that the page and the
 * lines of JSON ask as well: weak keys are taken and named in the warnings.
 * @throws CommandFailure where the key leaves its algorithm open, which the token must not settle (RFC 8725 §3.1)
 */
export async function checkSignature(
  token: string,
  reading: UsableKey,
  { alg, detached, jwksUrl }: CheckOptions,
): Promise<Verdict<CheckedSignature, RefusalCode>> {
  const given = givenBy(reading);
  const asked = alg === undefined ? undefined : parseSigningAlgorithm(alg);
  const algorithm = asked ?? (await pinOf(given));
  const { verdict } = await inspectJws(token, {
    keys: openInspectionKeys(given),
    ...(algorithm === undefined ? {} : { algorithm }),
    ...(detached === undefined ? {} : { payload: detached }),
    maxBytes: longestToken,
  });
  if (verdict.verdict === 'refused')
    return isDetached(token) && detached === undefined ? withoutPayload(verdict) : verdict;
  const { key } = verdict.token;
  if (algorithm === undefined) await algorithmOf(key);
  // What was fetched can be read by anybody, and so can whatever in it signs.
  const exposed = jwksUrl === undefined ? undefined : signingPartOf(key);
  if (exposed !== undefined) return refused(keyPrivate(exposed));
  return verified(checkedOf(verdict.token));
}

/** What of a key can sign; undefined for a public one. */
function signingPartOf(key: GivenKey): string | undefined {
  const half =
    key.kind === 'jwk' ? halfOfJwk(key.jwk) : key.kind === 'secret' ? 'secret' : halfOfForm[key.form];
  if (half === 'public') return undefined;
  return half === 'secret' ? 'a shared secret' : 'a private key';
}

const halfOfForm = { spki: 'public', pkcs8: 'private' } as const;

/** What of a signature that stands the command judges further. */
export function checkedOf(jws: InspectedJws): CheckedSignature {
  const { header, protectedHeader, payload, kid, isEncoded, warnings } = jws;
  return {
    header,
    signedHeader: { ...protectedHeader, alg: header.alg },
    payload,
    algorithm: header.alg,
    ...(kid === undefined ? {} : { kid }),
    isEncoded,
    warnings,
  };
}

/** Of a single key what it alone can be for. The keys of a set are pinned each by itself, once the token has named one. */
async function pinOf({ keys }: GivenKeys): Promise<string | undefined> {
  const [only, ...others] = keys;
  return only === undefined || others.length > 0 ? undefined : algorithmOf(only);
}

/** Undefined for a key that verifies nothing, which the verdict explains. */
async function algorithmOf(key: GivenKey): Promise<string | undefined> {
  const possible = await signingAlgorithmsOf(key);
  return possible.length === 0 ? undefined : onlyAlgorithm(possible);
}

function isDetached(token: string): boolean {
  const read = readSerialised(token, longestToken);
  return read.verdict === 'verified' && read.token.kind === 'signed' && read.token.payload === undefined;
}

/** RFC 7515 appendix F: over nothing the signature of a detached payload cannot hold, which says nothing about it. */
function withoutPayload({ refusal }: Refused<RefusalCode>): Refused<RefusalCode> {
  if (refusal.code !== 'signature_invalid') return refused(refusal);
  return refused({
    ...refusal,
    sentence: 'The payload of this token is detached, so that its signature cannot be judged without it.',
    expected: 'the payload, to the last byte',
    actual: 'the token alone',
    fix: 'Name the file of the payload with --payload.',
    rule: 'RFC 7515 appendix F',
  });
}
