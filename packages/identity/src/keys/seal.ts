import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { FillRandom } from '@signet/contracts';

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/**
 * Encrypts and authenticates `plain` so that only the same key opens it, and only under the same `label`
 * (additional data): a sealed text moved to another row of the store does not open. Answers base64url of
 * nonce, ciphertext and tag.
 */
export function seal(plain: string, key: Uint8Array, label: string, random: FillRandom): string {
  const nonce = random(new Uint8Array(nonceLength));
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagLength });
  cipher.setAAD(Buffer.from(label, 'utf8'));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url');
}

/** The plain text, or `undefined` where key or label is another or the text was changed. */
export function unseal(sealed: string, key: Uint8Array, label: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < nonceLength + tagLength) return undefined;
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(label, 'utf8'));
  decipher.setAuthTag(bytes.subarray(-tagLength));
  const plain = decipher.update(bytes.subarray(nonceLength, -tagLength));
  try {
    return Buffer.concat([plain, decipher.final()]).toString('utf8');
  } catch {
    // `final` throws only when the tag does not match: the answer, not an accident.
    return undefined;
  }
}
