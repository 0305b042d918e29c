import { longestAccessTokenLifetime } from '@signet/contracts';
import type { StoredSigningKey } from '../ports/signing-keys.ts';
import { clockMargin } from '../revocations/forget-after.ts';

/**
 * Whether anyone may believe its signatures at `now` (milliseconds since the epoch). A key that is retiring without a
 * time, as only another hand writes it into the store, would be believed for ever, and so is not at all.
 */
export function isPublished({ state, publishedUntil }: StoredSigningKey, now: number): boolean {
  return publishedUntil === undefined ? state !== 'retiring' : now < publishedUntil;
}

/** For a key that stops signing at `now`: a node that does not know yet signs with it a little longer. */
export function publishedUntilAfter(now: number): number {
  return now + longestAccessTokenLifetime + clockMargin;
}

/** @throws TypeError */
export function assertNext({ state }: StoredSigningKey): void {
  if (state !== 'next') throw new TypeError(`A key is added as the next one, not as ${state}.`);
}
