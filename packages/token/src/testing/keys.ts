import { importVerificationKey } from '../keys/import-key.ts';
import type { KeyResult, SigningKey, VerificationKey } from '../keys/key.ts';

/** The key, or an error that says why there is none. */
export function keyOf<Key>(result: KeyResult<Key>): Key {
  if (result.kind === 'refused') throw new Error(`${result.refusal.code}: ${result.refusal.sentence}`);
  return result.key;
}

/** A shared secret of 64 bytes for HS256, as a key to sign and one to verify. */
export async function sharedSecret(
  kid: string,
): Promise<{ signing: SigningKey; verification: VerificationKey }> {
  const bytes = crypto.getRandomValues(new Uint8Array(64));
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const verification = keyOf(await importVerificationKey({ from: 'secret', secret: bytes, kid }, 'HS256'));
  return { signing: { kid, algorithm: 'HS256', key }, verification };
}
