import { inspectJws, type JwsInspection, openInspectionKeys } from '@signet/token/jws';
import {
  importJwks,
  importVerificationKey,
  type Jwk,
  type KeyRefusalCode,
  readAlgorithm,
  type SignatureAlgorithm,
} from '@signet/token/keys';
import { parseCompactJws } from '@signet/token/parse';
import { readSerialised } from '@signet/token/serialisation';
import { type Refused, refused, type Verdict, type VerdictCode, verified } from '@signet/token/verdict';
import { verifySignature } from '@signet/token/verify';
import { longestToken } from '../input/longest-token.ts';
import { chooseAlgorithm } from '../keys/choose-algorithm.ts';
import { givenBy } from '../keys/given-keys.ts';
import type { UsableKey } from '../keys/read-key-text.ts';
import {
  materialOf,
  usable,
  type VerificationKeySource,
  verificationKeys,
} from '../keys/verification-keys.ts';

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

/**
 * Does the key that was named vouch for these bytes? What may decide about access goes through the strict verifier;
 * JSON serialisations, detached payloads and algorithms of the workbench alone go through the one for inspection,
 * with the same demands on the key.
 */
export async function checkSignature(
  token: string,
  reading: UsableKey,
  options: VerificationKeySource & { readonly detached?: string },
): Promise<Verdict<CheckedSignature, RefusalCode>> {
  if (!isStrict(token, options.detached)) return inspect(token, reading, options);
  const keys = await verificationKeys(reading, options);
  const verdict = await verifySignature(token, { keys, maxBytes: longestToken });
  if (verdict.verdict === 'refused') return verdict;
  const { header, payload, key } = verdict.token;
  const kid = key.kid === undefined ? {} : { kid: key.kid };
  return verified({
    header,
    signedHeader: header,
    payload,
    algorithm: key.algorithm,
    ...kid,
    isEncoded: true,
    warnings: await warningsOf(token, reading),
  });
}

/** What is weak about the key whose signature stands, in the words of the verifier for inspection. */
async function warningsOf(token: string, reading: UsableKey): Promise<readonly string[]> {
  const keys = openInspectionKeys(givenBy(reading));
  const { verdict } = await inspectJws(token, { keys, maxBytes: longestToken });
  return verdict.verdict === 'verified' ? verdict.token.warnings : [];
}

/** What cannot be read stays with the strict verifier, which says why. */
function isStrict(token: string, detached: string | undefined): boolean {
  if (detached !== undefined || token.startsWith('{') || /^[^.]*\.\.[^.]*$/.test(token)) return false;
  const parsed = parseCompactJws(token, { maxBytes: longestToken });
  // An unencoded payload is no base64url, so that the strict reader stops at it.
  if (parsed.verdict === 'refused') return parsed.refusal.member !== 'payload';
  const { header } = parsed.token;
  return !('b64' in header) && !(header.alg in workbenchOnly);
}

/** Algorithms that verify here and decide nothing elsewhere. */
const workbenchOnly: Readonly<Record<string, true>> = {
  ES256K: true,
  Ed448: true,
  'ML-DSA-44': true,
  'ML-DSA-65': true,
  'ML-DSA-87': true,
};

async function inspect(
  token: string,
  reading: UsableKey,
  options: VerificationKeySource & { readonly detached?: string },
): Promise<Verdict<CheckedSignature, RefusalCode>> {
  const algorithm = await pinFor(reading, options);
  const inspectWith = (tried: UsableKey): Promise<JwsInspection> =>
    inspectJws(token, {
      keys: openInspectionKeys(givenBy(tried)),
      ...(algorithm === undefined ? {} : { algorithm }),
      ...(options.detached === undefined ? {} : { payload: options.detached }),
      maxBytes: longestToken,
    });
  const { verdict: first } = await inspectWith(reading);
  const strong = first.verdict === 'verified' ? await strongOf(reading, first.token.header.alg) : reading;
  const verdict = strong === reading ? first : (await inspectWith(strong)).verdict;
  if (verdict.verdict === 'refused')
    return isDetached(token) && options.detached === undefined ? withoutPayload(verdict) : verdict;
  const { header, protectedHeader, payload, kid, isEncoded, warnings } = verdict.token;
  const signedHeader = { ...protectedHeader, alg: header.alg };
  const name = kid === undefined ? {} : { kid };
  return verified({ header, signedHeader, payload, algorithm: header.alg, ...name, isEncoded, warnings });
}

/**
 * The keys of a set that may decide by this algorithm, which a token must not get around by its serialisation.
 * @throws CommandFailure when there is none
 */
async function strongOf(reading: UsableKey, alg: string): Promise<UsableKey> {
  const strict = readAlgorithm(alg);
  if (reading.kind !== 'jwks' || strict === undefined) return reading;
  const judged = await Promise.all(
    reading.keys.map(async (jwk) => ({ jwk, isFit: await isFit(jwk, strict) })),
  );
  const keys = judged.filter((each) => each.isFit).map(({ jwk }) => jwk);
  // The strict reader says what is wrong with a set of which nothing is left.
  if (keys.length === 0) await verificationKeys(reading, { alg });
  return { ...reading, keys };
}

async function isFit(jwk: Jwk, algorithm: SignatureAlgorithm): Promise<boolean> {
  const imported = await importJwks(JSON.stringify({ keys: [jwk] }), {
    algorithms: [algorithm],
    dangerouslyAllowFactorableKey: true,
  });
  return imported.kind !== 'refused' && imported.keys.length > 0;
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
    sentence: 'The payload of this token is detached, so that its signature cannot be checked without it.',
    expected: 'the payload, to the last byte',
    actual: 'the token alone',
    fix: 'Name the file of the payload with --payload.',
    rule: 'RFC 7515 appendix F',
  });
}

/** The one algorithm to accept. The verifier for inspection takes weak keys; those that may decide are held to more. */
async function pinFor(reading: UsableKey, options: VerificationKeySource): Promise<string | undefined> {
  if (reading.kind === 'jwks') return options.alg;
  const own =
    options.alg ??
    (reading.algorithms.length > 1 ? chooseAlgorithm(undefined, reading.algorithms) : undefined);
  const strict = readAlgorithm(own) ?? reading.algorithms[0];
  if (strict !== undefined) usable(await importVerificationKey(materialOf(reading, options), strict));
  return own;
}
