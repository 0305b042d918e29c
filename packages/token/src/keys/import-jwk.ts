import { importJWK } from 'jose';
import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { quoteValue } from '../verdict/quote.ts';
import { type AlgorithmTraits, readAlgorithm } from './algorithm.ts';
import { attemptImport } from './attempt-import.ts';
import { readJwk } from './check-jwk.ts';
import { importSecret } from './import-secret.ts';
import { halfOfJwk, publicHalf, refuseUse } from './jwk.ts';
import { type Jwk, type KeyResult, keyRefused } from './key.ts';
import { algorithmNotAllowed, keyPublic, keyUnreadable, keyWrongKind } from './key-refusals.ts';

/** Imports a JWK for one algorithm and one use. To verify, only its public half is taken. */
export async function importJwkFor(
  given: Jwk,
  traits: AlgorithmTraits,
  use: 'sign' | 'verify',
): Promise<KeyResult<CryptoKey>> {
  const checked = readJwk(given);
  if (checked.kind === 'refused') return checked;
  const jwk = checked.key;
  const misuse = refuseUse(jwk) ?? refuseOtherAlgorithm(jwk, traits);
  if (misuse !== undefined) return keyRefused(misuse);
  if (jwk['kty'] !== traits.kty || (traits.crv !== undefined && jwk['crv'] !== traits.crv)) {
    return keyRefused(
      keyWrongKind(traits, `${quoteValue(jwk['kty'])} ${quoteValue(jwk['crv'] ?? '')}`.trim()),
    );
  }
  if (traits.kty === 'oct') return importOct(jwk, traits, use);
  if (use === 'sign' && halfOfJwk(jwk) !== 'private') return keyRefused(keyPublic());
  const half = use === 'verify' ? publicHalf(jwk) : jwk;
  // `key_ops` and `use` were judged above; Web Crypto would judge them again in words of its own.
  const { key_ops: _operations, use: _use, ext: _ext, alg: _alg, ...bare } = half;
  return attemptImport('JWK', traits, async () => importJWK({ ...bare, kty: traits.kty }, traits.name));
}

function refuseOtherAlgorithm(jwk: Jwk, traits: AlgorithmTraits) {
  if (jwk['alg'] === undefined || readAlgorithm(jwk['alg']) === traits.name) return undefined;
  return { ...algorithmNotAllowed([traits.name], []), actual: quoteValue(jwk['alg']) };
}

async function importOct(
  jwk: Jwk,
  traits: AlgorithmTraits,
  use: 'sign' | 'verify',
): Promise<KeyResult<CryptoKey>> {
  const reading = typeof jwk['k'] === 'string' ? decodeBase64url(jwk['k']) : undefined;
  if (reading === undefined || reading.problems.length > 0) return keyRefused(keyUnreadable('JWK'));
  return importSecret({ from: 'secret', secret: reading.bytes }, traits, use);
}
