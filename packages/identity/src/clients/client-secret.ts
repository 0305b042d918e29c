import { createHash, timingSafeEqual } from 'node:crypto';
import type { FillRandom } from '@signet/contracts';

/** How many secrets of a client can be good at once: the old one and the new. */
export const mostSecrets = 2;

/** 256 random bits; asked for once, told once, and kept as its hash alone. */
export function newClientSecret(random: FillRandom): string {
  return Buffer.from(random(new Uint8Array(32))).toString('base64url');
}

/** What no secret has as its hash: stands in where there is none to compare with. */
const noHash = Buffer.alloc(32);

/**
 * What is kept of a secret. Without salt and cost: a secret is no password but 256 random bits, so that neither a list
 * nor all computers together find it from its hash, and a check costs next to nothing.
 */
export function hashClientSecret(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('base64url');
}

/** Compares with as many hashes as a client may have, known or not, and each in full: time tells nothing of them. */
export function matchesSecret(secret: string, hashes: readonly string[]): boolean {
  const given = Buffer.from(hashClientSecret(secret), 'base64url');
  let matches = false;
  for (let index = 0; index < mostSecrets; index += 1) {
    const kept = Buffer.from(hashes[index] ?? '', 'base64url');
    const equal = timingSafeEqual(given, kept.length === given.length ? kept : noHash);
    matches = (equal && kept.length === given.length) || matches;
  }
  return matches;
}
