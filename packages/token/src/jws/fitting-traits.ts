import type { GivenKey } from '../keys/given-key.ts';
import { refuseUse } from '../keys/jwk.ts';
import { type Jwk, type KeyRefusal, type KeyResult, keyRead, keyRefused } from '../keys/key.ts';
import { keyUnreadable } from '../keys/key-refusals.ts';
import { algorithmsOfDer } from '../keys/pem.ts';
import { toHex } from '../keys/plain-der.ts';
import { quote, quoteList, quoteValue } from '../verdict/quote.ts';
import {
  type InspectionAlgorithm,
  type InspectionTraits,
  inspectionTraits,
  readInspectionAlgorithm,
} from './inspection-algorithm.ts';

/** What the algorithm that a header names asks of this key, or why the key is not for it. */
export function traitsFor(given: GivenKey, alg: string): KeyResult<InspectionTraits> {
  const algorithm = readInspectionAlgorithm(alg, curveOf(given));
  if (algorithm === undefined) return keyRefused(notFor(alg, given));
  const traits = inspectionTraits(algorithm);
  const refusal =
    given.kind === 'jwk' ? (given.fault ?? refuseJwk(given.jwk, traits)) : refuseKind(given, traits);
  return refusal === undefined ? keyRead(traits) : keyRefused(refusal);
}

function curveOf(given: GivenKey): unknown {
  if (given.kind === 'jwk') return given.jwk['crv'];
  return given.kind === 'der' && extrasOf(given.der).includes('Ed448') ? 'Ed448' : undefined;
}

/** Object identifiers in DER (RFC 5480 §2.1.1.1, RFC 8410 §3, RFC 9881 §2). */
const extraIdentifiers: readonly (readonly [string, InspectionAlgorithm])[] = [
  ['06052b8104000a', 'ES256K'],
  ['06032b6571', 'Ed448'],
  ['0609608648016503040311', 'ML-DSA-44'],
  ['0609608648016503040312', 'ML-DSA-65'],
  ['0609608648016503040313', 'ML-DSA-87'],
];

/** The identifier stands at the front, before the key, which may hold any bytes. */
function extrasOf(der: Uint8Array): readonly InspectionAlgorithm[] {
  const front = toHex(der.subarray(0, 40));
  return extraIdentifiers.flatMap(([identifier, algorithm]) =>
    front.includes(identifier) ? [algorithm] : [],
  );
}

function refuseJwk(jwk: Jwk, traits: InspectionTraits): KeyRefusal | undefined {
  const misuse = refuseUse(jwk);
  if (misuse !== undefined) return misuse;
  if (jwk['kty'] !== traits.kty || (traits.crv !== undefined && jwk['crv'] !== traits.crv)) {
    return wrongKind(traits, `${quoteValue(jwk['kty'])} ${quoteValue(jwk['crv'] ?? '')}`.trim());
  }
  const { alg } = jwk;
  if (
    alg === undefined ||
    (typeof alg === 'string' && readInspectionAlgorithm(alg, jwk['crv']) === traits.name)
  )
    return undefined;
  return otherAlgorithm(traits.name, quoteValue(alg));
}

function refuseKind(given: GivenKey, traits: InspectionTraits): KeyRefusal | undefined {
  const isSecret = given.kind === 'secret';
  const fitting: readonly string[] =
    given.kind === 'der' ? (given.algorithms ?? [...algorithmsOfDer(given.der), ...extrasOf(given.der)]) : [];
  const isMarked = given.kind === 'der' && given.algorithms !== undefined && traits.kty === 'RSA';
  if (isMarked && !fitting.includes(traits.name))
    return otherAlgorithm(traits.name, quoteList(fitting) || 'none');
  const other = fitting.length > 0 && !fitting.includes(traits.name);
  if (isSecret === (traits.kty === 'oct') && !other) return undefined;
  return wrongKind(traits, isSecret ? 'a secret' : 'a PEM key');
}

function wrongKind(traits: InspectionTraits, actual: string): KeyRefusal {
  return {
    code: 'key_wrong_kind',
    sentence: `The key is not of the kind that ${traits.name} needs.`,
    member: 'alg',
    expected: traits.kty === 'oct' ? 'a secret' : `a key of type ${traits.kty} ${traits.crv ?? ''}`.trim(),
    actual: quote(actual),
    fix: 'Give the key that was made for this algorithm.',
    rule: 'RFC 8725 §3.1',
  };
}

function otherAlgorithm(wanted: string, actual: string): KeyRefusal {
  return {
    code: 'algorithm_not_allowed',
    sentence: 'The key says that it is for another algorithm than the token names.',
    member: 'alg',
    expected: actual,
    actual: wanted,
    fix: 'Have the issuer sign with the algorithm of its key, or give the right key.',
    rule: 'RFC 8725 §3.1',
  };
}

function notFor(alg: string, given: GivenKey): KeyRefusal {
  return { ...keyUnreadable(`${given.kind} for ${quote(alg)}`), code: 'algorithm_unknown' };
}
