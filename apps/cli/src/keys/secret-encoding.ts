import { readGivenKeys } from '@signet/token/keys';
import { CommandFailure, usageFailure } from '../failure.ts';

/** How the bytes of a secret may be written. */
export const secretEncodings: readonly string[] = Object.freeze(['utf8', 'base64', 'base64url', 'hex']);

/**
 * The bytes of a secret that is written as text.
 * @throws CommandFailure when the text is not in this encoding, or nobody knows the encoding
 */
export function decodeGivenSecret(secret: string | Uint8Array, encoding: string): Uint8Array<ArrayBuffer> {
  if (!secretEncodings.includes(encoding)) {
    throw usageFailure({
      sentence: 'This is no way that secrets are written in here.',
      expected: `one of ${secretEncodings.join(', ')}`,
      actual: encoding.slice(0, 40),
      fix: 'Choose one of them after --secret-encoding.',
    });
  }
  const given = typeof secret === 'string' ? readGivenKeys({ secret, encoding }) : undefined;
  const [key] = given?.kind === 'key' ? given.key.keys : [];
  if (key?.kind === 'secret') return key.bytes;
  throw new CommandFailure({
    code: 'key_unreadable',
    sentence: `The secret is not written in ${encoding}.`,
    expected: `text in ${encoding}`,
    actual: 'other characters, or a part of it',
    fix: 'Name another encoding after --secret-encoding, or none for plain text.',
  });
}
