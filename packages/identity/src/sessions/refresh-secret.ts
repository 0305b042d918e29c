import { createHash, createHmac } from 'node:crypto';
import type { FillRandom } from '@signet/contracts';

/** An opaque refresh token as the browser holds it: 256 bits in base64url. Never logged, never stored. */
export type RefreshSecret = string & { readonly refreshSecret: never };

const shape = /^[A-Za-z0-9_-]{43}$/;

export function isRefreshSecret(text: string): text is RefreshSecret {
  return shape.test(text);
}

export function newRefreshSecret(random: FillRandom): RefreshSecret {
  return toSecret(Buffer.from(random(new Uint8Array(32))));
}

/**
 * The one successor of a token. Deriving it (instead of drawing it) lets every racing call that presents the
 * same token inside the grace window be given the same successor, although only its hash is stored.
 * Without `rotationKey` nobody can compute it from a stolen predecessor.
 */
export function successorOf(presented: RefreshSecret, rotationKey: Uint8Array): RefreshSecret {
  return toSecret(createHmac('sha256', rotationKey).update(presented).digest());
}

/** As it is stored: lower-case hex SHA-256. The secret has 256 bits, so no salt or slow hash is needed. */
export function hashOf(secret: RefreshSecret): string {
  return createHash('sha256').update(secret).digest('hex');
}

function toSecret(bytes: Buffer): RefreshSecret {
  return bytes.toString('base64url') as RefreshSecret;
}
