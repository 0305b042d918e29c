import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { traitsFor } from '../jws/fitting-traits.ts';
import { importInspectionKey } from '../jws/import-inspection-key.ts';
import {
  inspectionAlgorithms,
  inspectionTraits,
  readInspectionAlgorithm,
} from '../jws/inspection-algorithm.ts';
import { readJwk } from '../keys/check-jwk.ts';
import type { GivenKey } from '../keys/given-key.ts';
import { kidOfJwk } from '../keys/jwk.ts';
import { numberOfJwk } from '../keys/jwk-number.ts';
import { jwkOfGiven } from '../keys/jwk-of-given.ts';
import type { Jwk } from '../keys/key.ts';
import type { CompactJws } from '../parse/parse-compact-jws.ts';
import { quote, quoteValue } from '../verdict/quote.ts';
import type { DiagnosisFinding } from './diagnosis.ts';
import { hmacTrials } from './secret-trials.ts';
import { otherAlgorithm, present, type Trial } from './trial.ts';

/** Bounds the work on a pasted key set. */
const mostKeys = 64;

/** Trials of JWKs, each with every algorithm of its kind whatever its own `alg`, `use` and `kid` say. */
export async function jwkTrials(jws: CompactJws, jwks: readonly Jwk[]): Promise<readonly Trial[]> {
  const tried = jwks.slice(0, mostKeys);
  const trials = await Promise.all(
    tried.map((jwk, index) => trialsOfJwk(jws, jwk, sameKid(jws, jwk, tried.slice(0, index)))),
  );
  return trials.flat();
}

async function trialsOfJwk(
  jws: CompactJws,
  jwk: Jwk,
  behind: DiagnosisFinding | undefined,
): Promise<readonly Trial[]> {
  const { alg, use: _use, key_ops: _operations, ...unmarked } = jwk;
  // Lattices have no other mark of their size than alg (RFC 9964 §3).
  const checked = readJwk(jwk['kty'] === 'AKP' ? { ...unmarked, alg } : unmarked);
  if (checked.kind === 'refused') return [];
  const about = otherKid(jws, jwk) ?? markedOtherwise(jws, jwk) ?? behind;
  return givenTrials(jws, { kind: 'jwk', jwk: checked.key }, about);
}

/** Trials of one key, with every algorithm of its kind. */
export async function givenTrials(
  jws: CompactJws,
  given: GivenKey,
  about?: DiagnosisFinding,
): Promise<readonly Trial[]> {
  const secret = given.kind === 'jwk' && given.jwk['kty'] === 'oct' ? given.jwk['k'] : undefined;
  if (typeof secret === 'string') return hmacTrials(jws, decodeBase64url(secret).bytes, about);
  const modulus = numberOfJwk((await jwkOfGiven(given))?.['n']);
  const trials = inspectionAlgorithms.map(async (algorithm): Promise<readonly Trial[]> => {
    const result = await importInspectionKey(given, algorithm);
    // `EdDSA` leaves the curve to the key, which then has another name.
    if (result.kind === 'refused' || result.key.algorithm !== algorithm) return [];
    const signatureBytes = inspectionTraits(algorithm).signatureBytes ?? bytesOf(modulus);
    const findings = present(otherAlgorithm(jws, algorithm), about);
    return [{ algorithm, verify: result.key.verify, signatureBytes, findings }];
  });
  return (await Promise.all(trials)).flat();
}

/** An RSA signature is as long as the modulus (RFC 8017 §8.2.1). */
function bytesOf(modulus: bigint): number {
  return Math.ceil(modulus.toString(16).length / 2);
}

function otherKid(jws: CompactJws, jwk: Jwk): DiagnosisFinding | undefined {
  const { kid } = jws.header;
  const own = kidOfJwk(jwk);
  if (kid === undefined || own === undefined || kid === own) return undefined;
  return {
    code: 'kid-mismatch',
    certainty: 'proven',
    sentence: `The signature verifies with the key ${quote(own)}, but the token names the key ${quoteValue(kid)}.`,
    fix: `Have the issuer write "kid": "${quote(own)}", or publish this key under the name in the token.`,
    rule: 'RFC 7515 §4.1.4',
  };
}

/** Another key of the set stands in front under the name that the token gives. */
function sameKid(
  { header: { kid } }: CompactJws,
  jwk: Jwk,
  before: readonly Jwk[],
): DiagnosisFinding | undefined {
  const own = kidOfJwk(jwk);
  if (own === undefined || own !== kid || !before.some((other) => kidOfJwk(other) === own)) return undefined;
  return {
    code: 'kid-duplicate',
    certainty: 'proven',
    sentence: `More than one key of the set is named ${quote(own)}. The signature verifies with a later one; whoever takes the first refuses the token.`,
    fix: 'Have the issuer give each key of the set a name of its own.',
    rule: 'RFC 7517 §4.5',
  };
}

/** The key's own marks that keep a careful verifier from using it for this token. */
function markedOtherwise(jws: CompactJws, jwk: Jwk): DiagnosisFinding | undefined {
  const { alg } = jws.header;
  const algorithm = readInspectionAlgorithm(alg, jwk['crv']);
  if (algorithm === undefined || traitsFor({ kind: 'jwk', jwk }, alg).kind === 'key') return undefined;
  if (jwk['kty'] !== inspectionTraits(algorithm).kty) return undefined;
  const marks = ['use', 'alg', 'key_ops'].filter((name) => jwk[name] !== undefined);
  if (marks.length === 0) return undefined;
  const listed = marks.map((name) => `${name} ${quoteValue(jwk[name])}`).join(', ');
  return {
    code: 'key-marked-otherwise',
    certainty: 'proven',
    sentence: `The signature verifies with this key, but the key is marked for something else: ${listed}.`,
    fix: 'Have the issuer correct the marks of the key, or sign with a key that is meant for it.',
    rule: 'RFC 7517 §4.2',
  };
}
