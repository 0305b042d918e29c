import { decodeBase64url } from '../base64url/decode-base64url.ts';
import type { GivenKey } from '../keys/given-key.ts';
import { publicHalf } from '../keys/jwk.ts';
import { numberOfJwk } from '../keys/jwk-number.ts';
import { jwkOfGiven } from '../keys/jwk-of-given.ts';
import { type Jwk, type KeyRefusal, type KeyResult, keyRead, keyRefused } from '../keys/key.ts';
import { keyWeakExponent } from '../keys/key-refusals.ts';
import { isListedSecret } from '../lint/well-known-secrets.ts';
import { traitsFor } from './fitting-traits.ts';
import type { InspectionKey } from './inspection-key.ts';
import { importNobleKey } from './noble-key.ts';
import { importWebCryptoKey } from './web-crypto-key.ts';

/** The key for the algorithm that a token names. Of a private key only the public half is used. */
export async function importInspectionKey(given: GivenKey, alg: string): Promise<KeyResult<InspectionKey>> {
  const fitting = traitsFor(given, alg);
  if (fitting.kind === 'refused') return fitting;
  const traits = fitting.key;
  const forgeable = traits.kty === 'RSA' ? await refuseExponent(given) : undefined;
  if (forgeable !== undefined) return keyRefused(forgeable);
  const bare =
    given.kind === 'jwk' && traits.kty !== 'oct' ? { ...given, jwk: verifyingHalf(given.jwk) } : given;
  const imported =
    traits.engine.kind === 'noble'
      ? await importNobleKey(bare, traits.engine.curve)
      : await importWebCryptoKey(bare, traits, traits.engine);
  if (imported.kind === 'refused') return imported;
  const kid = given.kid === undefined ? {} : { kid: given.kid };
  return keyRead({
    algorithm: traits.name,
    given,
    ...imported.key,
    ...kid,
    warnings: [...imported.key.warnings, ...secretWarnings(given), ...exposed(given)],
  });
}

/** Before a runtime sees it: some refuse such a key in words of their own, and some take it. */
async function refuseExponent(given: GivenKey): Promise<KeyRefusal | undefined> {
  const exponent = numberOfJwk((await jwkOfGiven(given))?.['e']);
  return exponent === 1n || (exponent > 0n && exponent % 2n === 0n) ? keyWeakExponent() : undefined;
}

/** `use` and `key_ops` are judged before; Web Crypto would judge them again in words of its own. */
function verifyingHalf(jwk: Jwk): Jwk {
  const { use: _use, ext: _ext, alg, ...bare } = publicHalf(jwk);
  return jwk['kty'] === 'AKP' ? { ...bare, alg } : bare;
}

/** RFC 7517 §9.2. */
function exposed(given: GivenKey): readonly string[] {
  if (given.kind !== 'jwk' || given.isExposed !== true) return [];
  return ['The key set holds what signs, not the public half alone: whoever reads the set may have signed.'];
}

/** What is careless about a secret, whatever it signs. */
export function secretWarnings(given: GivenKey): readonly string[] {
  const bytes = secretOf(given);
  if (bytes === undefined) return [];
  return isListedSecret(bytes) ? ['The secret stands in lists that attackers try first.'] : [];
}

/** A secret is no better for being written as a JWK. */
function secretOf(given: GivenKey): Uint8Array<ArrayBuffer> | undefined {
  if (given.kind === 'secret') return given.bytes;
  if (given.kind !== 'jwk' || given.jwk['kty'] !== 'oct') return undefined;
  const { k } = given.jwk;
  return typeof k === 'string' ? decodeBase64url(k).bytes : undefined;
}
