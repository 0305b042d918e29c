import { longestAccessTokenLifetime } from '@signet/contracts';
import type { StoredSigningKey } from '../ports/signing-keys.ts';
import { clockMargin } from '../revocations/forget-after.ts';

/**
 * Whether anyone may believe its signatures at `now` (milliseconds since the epoch). A key that is retiring without a
 * time, as only another hand writes it into the store, would be believed for ever, and so is not at all.
 */
export function isPublished(
  { state, publishedUntil }: Pick<StoredSigningKey, 'state' | 'publishedUntil'>,
  now: number,
): boolean {
  return publishedUntil === undefined ? state !== 'retiring' : now < publishedUntil;
}

/**
 * Milliseconds for which a key is published before it may sign: gateways fetch keys again after eight minutes, a node
 * follows the store within ten seconds, and what is published may be kept by caches for a minute.
 */
const publishAhead = 10 * 60_000;

/** From when on every verifier that keeps to what its cache was told knows the key. Milliseconds since the epoch. */
export function safeToSignAt({ createdAt }: Pick<StoredSigningKey, 'createdAt'>): number {
  return createdAt + publishAhead;
}

/** For a key that stops signing at `now`: a node that does not know yet signs with it a little longer. */
export function publishedUntilAfter(now: number): number {
  return now + longestAccessTokenLifetime + clockMargin;
}

/** Whether it can be taken out of what is believed: the key that signs cannot, nor one that is out already. */
export function canRetire(key: Pick<StoredSigningKey, 'state' | 'publishedUntil'>, now: number): boolean {
  return key.state !== 'active' && isPublished(key, now);
}

/** @throws TypeError */
export function assertNext({ state }: StoredSigningKey): void {
  if (state !== 'next') throw new TypeError(`A key is added as the next one, not as ${state}.`);
}
