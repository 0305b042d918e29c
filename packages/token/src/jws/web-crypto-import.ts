import { decodeBase64url } from '../base64url/decode-base64url.ts';
import type { GivenKey } from '../keys/given-key.ts';
import { type KeyResult, keyRead, keyRefused } from '../keys/key.ts';
import { keyFormOf } from '../keys/key-as-secret.ts';
import { keyUnreadable, keyWeakExponent, secretIsKey } from '../keys/key-refusals.ts';
import type { InspectionTraits } from './inspection-algorithm.ts';
import { rsaWarnings } from './rsa-warnings.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The bytes of a shared secret; undefined for what is none. */
function secretBytes(given: GivenKey): Bytes | undefined {
  if (given.kind === 'secret') return given.bytes;
  if (given.kind !== 'jwk' || typeof given.jwk['k'] !== 'string') return undefined;
  const { bytes, problems } = decodeBase64url(given.jwk['k']);
  return problems.length === 0 ? bytes : undefined;
}

/**
 * A secret that Web Crypto takes: it knows no empty one. A key that others may have is none in any writing, and no warning
 * would do: whoever has the public key can sign (RFC 8725 §2.1).
 */
export function usableSecret(given: GivenKey): KeyResult<Bytes> {
  const bytes = secretBytes(given);
  if (bytes === undefined || bytes.length === 0)
    return keyRefused({ ...keyUnreadable('secret'), expected: 'a secret of one byte or more' });
  const form = keyFormOf(bytes);
  return form === undefined ? keyRead(bytes) : keyRefused(secretIsKey(form));
}

export function shortSecret({ name, hashBits = 0 }: InspectionTraits, bits: number): readonly string[] {
  if (bits >= hashBits) return [];
  return [`The secret has ${bits} bits; ${name} needs ${hashBits} or more (RFC 7518 §3.2).`];
}

/** The weaknesses of a key that still says something, or why it says nothing. */
export async function keyWarnings(key: CryptoKey): Promise<KeyResult<readonly string[]>> {
  const rsa: object = key.algorithm;
  if (!isRsa(rsa)) return keyRead([]);
  if (forgeable(rsa.publicExponent)) return keyRefused(keyWeakExponent());
  return keyRead(await rsaWarnings(key, rsa.modulusLength));
}

/** With an exponent of 1, or an even one, anybody can write a signature that holds. */
function forgeable(exponent: Uint8Array): boolean {
  const last = exponent.at(-1) ?? 0;
  return last % 2 === 0 || (last === 1 && exponent.subarray(0, -1).every((byte) => byte === 0));
}

function isRsa(algorithm: object): algorithm is { modulusLength: number; publicExponent: Uint8Array } {
  return 'modulusLength' in algorithm && 'publicExponent' in algorithm;
}
