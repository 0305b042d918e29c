import { createHmac } from 'node:crypto';
import type { WallClock } from '@signet/contracts';

/** What a proof must repeat, so that nobody makes proofs for later (RFC 9449 §8). */
export interface ProofNonces {
  current(): string;
  /** Whether it was given out within the last one or two periods. */
  knows(nonce: unknown): boolean;
}

/** Milliseconds. */
const period = 5 * 60_000;

/**
 * Made of the time and a key that all nodes have, so that none is kept. They are no secret: what they say is that who
 * made the proof heard from this issuer lately.
 * @param keys the first makes them; those of before are still known
 */
export function createProofNonces(
  keys: readonly [Uint8Array, ...Uint8Array[]],
  wall: WallClock,
): ProofNonces {
  const nonceOf = (key: Uint8Array, count: number) =>
    createHmac('sha256', key).update(String(count)).digest('base64url').slice(0, 22);
  const count = () => Math.floor(wall() / period);
  return {
    current: () => nonceOf(keys[0], count()),
    knows: (nonce) => keys.some((key) => [count(), count() - 1].some((each) => nonce === nonceOf(key, each))),
  };
}
