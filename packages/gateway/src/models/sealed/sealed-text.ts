import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/**
 * A text that goes out and comes back: nobody outside can read it, change it, or use that of another one.
 * @param owner who alone may bring it back, and what for
 * @param secrets of 32 bytes, at least one; the first seals
 */
export function sealText(text: string, owner: string, [secret]: readonly Buffer[]): string {
  if (secret === undefined) throw new TypeError('Nothing to seal with');
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, secret, nonce, { authTagLength: tagLength });
  cipher.setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Undefined of what was not sealed here, or for another owner. */
export function openText(sealed: string, owner: string, secrets: readonly Buffer[]): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  // Letters that say nothing would make two names of one.
  if (bytes.length <= nonceLength + tagLength || bytes.toString('base64url') !== sealed) return undefined;
  for (const secret of secrets) {
    const text = opened(bytes, owner, secret);
    if (text !== undefined) return text;
  }
  return undefined;
}

function opened(bytes: Buffer, owner: string, secret: Buffer): string | undefined {
  const decipher = createDecipheriv(algorithm, secret, bytes.subarray(0, nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
  const text = decipher.update(bytes.subarray(nonceLength + tagLength));
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    // The tag is not right: sealed by another key, or for somebody else.
    return undefined;
  }
}
