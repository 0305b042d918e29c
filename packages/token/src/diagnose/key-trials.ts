import { algorithmTraits, readAlgorithm, type SignatureAlgorithm } from '../keys/algorithm.ts';
import { importVerificationKey } from '../keys/import-key.ts';
import { algorithmsOfJwk, kidOfJwk } from '../keys/jwk.ts';
import type { Jwk } from '../keys/key.ts';
import type { KeyMaterial } from '../keys/key-material.ts';
import type { CompactJws } from '../parse/parse-compact-jws.ts';
import { quote, quoteValue } from '../verdict/quote.ts';
import type { DiagnosisFinding } from './diagnosis.ts';
import { otherAlgorithm, present, type Trial } from './trial.ts';

/** Bounds the work on a pasted key set. */
const mostKeys = 64;

/** Trials of one PEM key, with every algorithm of its kind. */
export function pemTrials(
  jws: CompactJws,
  pem: string,
  algorithms: readonly SignatureAlgorithm[],
): Promise<readonly Trial[]> {
  return trialsOf(jws, { from: 'pem', pem, dangerouslyAllowFactorableKey: true }, algorithms, undefined);
}

/** Trials of JWKs, each with every algorithm of its kind whatever its own `alg`, `use` and `kid` say. */
export async function jwkTrials(jws: CompactJws, jwks: readonly Jwk[]): Promise<readonly Trial[]> {
  const tried = jwks.slice(0, mostKeys);
  const trials = await Promise.all(
    tried.map((jwk, index) => trialsOfJwk(jws, jwk, sameKid(jws, jwk, tried.slice(0, index)))),
  );
  return trials.flat();
}

function trialsOfJwk(
  jws: CompactJws,
  jwk: Jwk,
  behind: DiagnosisFinding | undefined,
): Promise<readonly Trial[]> {
  const { alg: _alg, use: _use, key_ops: _operations, ...bare } = jwk;
  const finding = otherKid(jws, jwk) ?? markedOtherwise(jws, jwk) ?? behind;
  return trialsOf(
    jws,
    { from: 'jwk', jwk: bare, dangerouslyAllowFactorableKey: true },
    algorithmsOfJwk(bare),
    finding,
  );
}

async function trialsOf(
  jws: CompactJws,
  material: KeyMaterial,
  algorithms: readonly SignatureAlgorithm[],
  about: DiagnosisFinding | undefined,
): Promise<readonly Trial[]> {
  const trials = await Promise.all(
    algorithms.map(async (algorithm): Promise<readonly Trial[]> => {
      const result = await importVerificationKey(material, algorithm);
      if (result.kind === 'refused') return [];
      const findings = present(otherAlgorithm(jws, algorithm), about);
      return [{ algorithm, key: result.key.key, findings }];
    }),
  );
  return trials.flat();
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
  const algorithm = readAlgorithm(jws.header.alg);
  if (algorithm === undefined || algorithmsOfJwk(jwk).includes(algorithm)) return undefined;
  if (jwk['kty'] !== algorithmTraits(algorithm).kty) return undefined;
  const marks = ['use', 'alg', 'key_ops'].filter((name) => jwk[name] !== undefined);
  const listed = marks.map((name) => `${name} ${quoteValue(jwk[name])}`).join(', ');
  return {
    code: 'key-marked-otherwise',
    certainty: 'proven',
    sentence: `The signature verifies with this key, but the key is marked for something else: ${listed}.`,
    fix: 'Have the issuer correct the marks of the key, or sign with a key that is meant for it.',
    rule: 'RFC 7517 §4.2',
  };
}
