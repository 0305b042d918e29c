import type { GivenKey } from '../keys/given-key.ts';
import { publicHalf, refuseUse } from '../keys/jwk.ts';
import { type Jwk, type KeyRefusal, type KeyResult, keyRead, keyRefused } from '../keys/key.ts';
import { keyUnreadable } from '../keys/key-refusals.ts';
import { algorithmsOfDer, looksLikePem } from '../keys/pem.ts';
import { toHex } from '../keys/plain-der.ts';
import { quote, quoteValue } from '../verdict/quote.ts';
import {
  type InspectionAlgorithm,
  type InspectionTraits,
  inspectionTraits,
  readInspectionAlgorithm,
} from './inspection-algorithm.ts';
import { importNobleKey } from './noble-key.ts';
import { importWebCryptoKey } from './web-crypto-key.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A key that checks signatures of one algorithm, to say what a signature is worth and never to grant anything. */
export interface InspectionKey {
  readonly kid?: string;
  readonly algorithm: InspectionAlgorithm;
  /** What a careful verifier would refuse about this key or algorithm, in sentences. */
  readonly warnings: readonly string[];
  readonly verify: (signature: Bytes, input: Bytes) => Promise<boolean>;
}

/** The key for the algorithm that a token names. Of a private key only the public half is used. */
export async function importInspectionKey(given: GivenKey, alg: string): Promise<KeyResult<InspectionKey>> {
  const algorithm = readInspectionAlgorithm(alg, curveOf(given));
  if (algorithm === undefined) return keyRefused(notFor(alg, given));
  const traits = inspectionTraits(algorithm);
  const refusal = given.kind === 'jwk' ? refuseJwk(given.jwk, traits) : refuseKind(given, traits);
  if (refusal !== undefined) return keyRefused(refusal);
  const bare =
    given.kind === 'jwk' && traits.kty !== 'oct' ? { ...given, jwk: verifyingHalf(given.jwk) } : given;
  const imported =
    traits.engine.kind === 'noble'
      ? await importNobleKey(bare, traits.engine.curve)
      : await importWebCryptoKey(bare, traits, traits.engine);
  if (imported.kind === 'refused') return imported;
  const kid = given.kid === undefined ? {} : { kid: given.kid };
  return keyRead({
    algorithm,
    ...imported.key,
    ...kid,
    warnings: [...imported.key.warnings, ...secretWarnings(given)],
  });
}

function curveOf(given: GivenKey): unknown {
  if (given.kind === 'jwk') return given.jwk['crv'];
  return given.kind === 'der' && toHex(given.der).includes(ed448Identifier) ? 'Ed448' : undefined;
}

/** The object identifier of Ed448 in DER (RFC 8410 §3). */
const ed448Identifier = '06032b6571';

/** `use` and `key_ops` are judged before; Web Crypto would judge them again in words of its own. */
function verifyingHalf(jwk: Jwk): Jwk {
  const { use: _use, ext: _ext, alg, ...bare } = publicHalf(jwk);
  return jwk['kty'] === 'AKP' ? { ...bare, alg } : bare;
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
  const fitting: readonly string[] = given.kind === 'der' ? algorithmsOfDer(given.der) : [];
  const other = fitting.length > 0 && !fitting.includes(traits.name);
  if (isSecret === (traits.kty === 'oct') && !other) return undefined;
  return wrongKind(traits, isSecret ? 'a secret' : 'a PEM key');
}

function secretWarnings(given: GivenKey): readonly string[] {
  if (given.kind !== 'secret' || !looksLikePem(new TextDecoder().decode(given.bytes))) return [];
  return [
    'The secret is a PEM file: whoever has the public key can sign (algorithm confusion, RFC 8725 §2.1).',
  ];
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
