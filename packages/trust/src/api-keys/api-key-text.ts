import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { apiKeyPrefix, type FillRandom } from '@signet/contracts';

const randomBytes = 32;
const randomDigits = 2 * randomBytes;
const form = new RegExp(`^${apiKeyPrefix}([0-9a-f]{${randomDigits}})([0-9a-f]{8})$`);

/**
 * A new key: the prefix, 256 random bits, and a checksum over both, by which a typing error is known without asking anybody.
 * The checksum is no protection: anybody can compute it.
 */
export function newApiKey(random: FillRandom): string {
  const digits = Buffer.from(random(new Uint8Array(randomBytes))).toString('hex');
  return `${apiKeyPrefix}${digits}${checksumOf(digits)}`;
}

/** Whether a text has the form of a key, whole and with the right checksum. */
export function isApiKey(text: string): boolean {
  const [, digits, checksum] = form.exec(text) ?? [];
  return digits !== undefined && checksumOf(digits) === checksum;
}

/**
 * What a key is stored and found by: SHA-256 in base64url. A slow hash would protect a password; of 256 random bits nobody
 * guesses one in any time. Whoever asks for another key learns nothing from how long the look-up takes but of the hash of what
 * they sent.
 */
export function hashApiKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

function checksumOf(digits: string): string {
  return crc32(`${apiKeyPrefix}${digits}`).toString(16).padStart(8, '0');
}
