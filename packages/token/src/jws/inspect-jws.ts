import type { GivenKey } from '../keys/given-key.ts';
import { quote } from '../verdict/quote.ts';
import { type Refused, refused, type Verdict, verified } from '../verdict/verdict.ts';
import { checkAlgorithmNamed } from '../verify/check-header.ts';
import { wrongSignatureLength } from '../verify/signature-refusals.ts';
import { algorithmsOfPin, inspectionTraits, readInspectionAlgorithm } from './inspection-algorithm.ts';
import type { InspectionKey } from './inspection-key.ts';
import { type InspectionCode, type InspectionKeys, keysFor, otherKeysFor } from './inspection-keys.ts';
import { kidDiffers } from './kid-differs.ts';
import { type PayloadReading, readB64, readPayload, signingInput } from './payload.ts';
import { type HeaderMembers, type JwsSignature, type ReadJws, readJws } from './read-jws.ts';

export interface JwsPolicy {
  readonly keys: InspectionKeys;
  /** The one algorithm to accept; without it, what the key is for. */
  readonly algorithm?: string;
  /** A detached payload (RFC 7515 appendix F), as text or base64url. */
  readonly payload?: string;
  /** Default 1 MiB. */
  readonly maxBytes?: number;
}

/** A JWS of which a signature stands under a key that was given. Nothing is said of what it holds. */
export interface InspectedJws {
  readonly form: ReadJws['form'];
  readonly header: HeaderMembers & { readonly alg: string };
  /** What of the header the signature covers; anybody on the way may have written the rest. */
  readonly protectedHeader: HeaderMembers;
  readonly payload: Uint8Array<ArrayBuffer>;
  readonly isDetached: boolean;
  /** False with `b64: false` (RFC 7797). */
  readonly isEncoded: boolean;
  readonly kid?: string;
  /** The key that verified it, as it was given. */
  readonly key: GivenKey;
  /** What a careful verifier would not have let through. */
  readonly warnings: readonly string[];
}

export interface JwsInspection {
  /** Of the signature that was judged; absent where the token cannot be read. */
  readonly header?: HeaderMembers & { readonly alg: string };
  readonly verdict: Verdict<InspectedJws, InspectionCode>;
}

const defaultBytes = 1024 * 1024;

/**
 * Verifies a JWS of any content, in any serialisation, with the key that somebody gave to look at it: weak keys
 * are taken and named in `warnings`. Of several signatures one must stand (RFC 7515 §5.2). For deciding about
 * access there is `verifyToken`.
 */
export async function inspectJws(token: unknown, policy: JwsPolicy): Promise<JwsInspection> {
  const jws = readJws(token, policy.maxBytes ?? defaultBytes);
  if (jws.verdict === 'refused') return { verdict: jws };
  const judged: JwsInspection[] = [];
  for (const signature of jws.token.signatures) {
    const verdict = await judge(jws.token, signature, policy);
    const inspection = { header: signature.header, verdict };
    if (verdict.verdict === 'verified') return inspection;
    judged.push(inspection);
  }
  return judged.find(isMismatch) ?? judged[0] ?? { verdict: notSigned() };
}

async function judge(
  jws: ReadJws,
  signature: JwsSignature,
  policy: JwsPolicy,
): Promise<Verdict<InspectedJws, InspectionCode>> {
  const { header } = signature;
  const refusal = refuseAlgorithm(header.alg, policy.algorithm);
  if (refusal !== undefined) return refusal;
  const isEncoded = readB64(signature);
  if (isEncoded.verdict === 'refused') return isEncoded;
  const payloads = readPayload(jws, isEncoded.token, policy.payload);
  if (payloads.verdict === 'refused') return payloads;
  const keys = await pinnedKeys(header, policy);
  if (keys.verdict === 'refused') return keys;
  const tried = { signature, isEncoded: isEncoded.token, payloads: payloads.token };
  const found = await firstMatch(keys.token, tried);
  if (found === undefined) return mismatch(tried, keys.token, policy.keys);
  return verified({
    form: jws.form,
    header,
    protectedHeader: signature.protectedHeader,
    payload: found.payload.bytes,
    isDetached: jws.payload === undefined,
    isEncoded: isEncoded.token,
    ...(found.key.kid === undefined ? {} : { kid: found.key.kid }),
    key: found.key.given,
    warnings: [...found.key.warnings, ...headerWarnings(jws, signature, found.key)],
  });
}

/** `EdDSA` in the header leaves the curve to the key, so the pin is held against the keys as well. */
async function pinnedKeys(
  header: JwsSignature['header'],
  { keys, algorithm: pin }: JwsPolicy,
): Promise<Verdict<readonly InspectionKey[], InspectionCode>> {
  const fitting = await keysFor(header, header.alg, keys);
  if (fitting.verdict === 'refused' || pin === undefined) return fitting;
  const pinned = fitting.token.filter(({ algorithm }) => algorithmsOfPin(pin).includes(algorithm));
  return pinned.length > 0 ? verified(pinned) : notPinned(pin, header.alg);
}

interface Tried {
  readonly signature: JwsSignature;
  readonly isEncoded: boolean;
  readonly payloads: readonly PayloadReading[];
}

async function firstMatch(
  keys: readonly InspectionKey[],
  { signature, isEncoded, payloads }: Tried,
): Promise<{ readonly key: InspectionKey; readonly payload: PayloadReading } | undefined> {
  for (const payload of payloads) {
    const input = signingInput(signature, payload.bytes, isEncoded);
    for (const key of keys) {
      if (await key.verify(signature.signature, input)) return { key, payload };
    }
  }
  return undefined;
}

/** RFC 8725 §3.1, §3.2: never `none`, and only the algorithm that was asked for. */
function refuseAlgorithm(alg: string, pinned: string | undefined): Refused | undefined {
  const known = readInspectionAlgorithm(alg);
  const refusal = known === undefined ? checkAlgorithmNamed(alg) : undefined;
  if (refusal !== undefined) return refusal;
  if (pinned === undefined || known === undefined || fitsPin(alg, pinned)) return undefined;
  return notPinned(pinned, alg);
}

function fitsPin(alg: string, pin: string): boolean {
  return algorithmsOfPin(alg).some((algorithm) => algorithmsOfPin(pin).includes(algorithm));
}

function notPinned(pinned: string, alg: string): Refused {
  return refused({
    code: 'alg_not_pinned',
    sentence: 'The token names another algorithm than the one to accept.',
    member: 'alg',
    expected: quote(pinned),
    actual: quote(alg),
    fix: 'Accept this algorithm as well, if the issuer is to use it.',
    rule: 'RFC 8725 §3.1',
  });
}

async function mismatch(
  tried: Tried,
  keys: readonly InspectionKey[],
  all: InspectionKeys,
): Promise<Refused<InspectionCode>> {
  const other = await firstMatch(await otherKeysFor(tried.signature.header, all), tried);
  const algorithm = keys[0]?.algorithm;
  const wrongLength =
    algorithm && wrongSignatureLength(tried.signature.signature, inspectionTraits(algorithm));
  const named =
    other === undefined ? undefined : `the signature of another key of the set${nameOf(other.key)}`;
  return refused({
    code: 'signature_invalid',
    sentence: 'The signature does not match the token.',
    member: 'signature',
    expected: wrongLength?.expected ?? `a signature by the ${algorithm ?? ''} key that was given`,
    actual: named ?? wrongLength?.actual ?? 'a signature over other bytes or by another key',
    fix: wrongLength?.fix ?? 'Check that the token is whole and the key is the one that signed it.',
    rule: 'RFC 7515 §5.2',
  });
}

function nameOf({ kid }: InspectionKey): string {
  return kid === undefined ? '' : `, ${quote(kid)}`;
}

function headerWarnings(jws: ReadJws, signature: JwsSignature, key: InspectionKey): readonly string[] {
  const { header, protectedHeader } = signature;
  const otherName = key.kid !== undefined && header['kid'] !== undefined && header['kid'] !== key.kid;
  return [
    ...(otherName ? [kidDiffers] : []),
    ...(Object.hasOwn(protectedHeader, 'alg')
      ? []
      : ['alg is not protected by the signature (RFC 7515 §10.7).']),
    ...(jws.signatures.length > 1
      ? [`One of ${jws.signatures.length} signatures was found to hold; the others may not.`]
      : []),
  ];
}

function isMismatch({ verdict }: JwsInspection): boolean {
  return verdict.verdict === 'refused' && verdict.refusal.code === 'signature_invalid';
}

function notSigned(): Refused {
  return refused({ code: 'token_malformed', sentence: 'The token has no signature.', member: 'signature' });
}
