import { createECDH, createHash, hkdfSync } from 'node:crypto';
import { contextToken, type WallTime } from '@signet/contracts';
import type { ContextKey } from '../ports/context-keys.ts';

/** Milliseconds that one key signs: what was stolen from the memory of a gateway is worth little for longer. */
export const contextKeyPeriod: number = 24 * 60 * 60 * 1000;

/** Milliseconds after its day in which a token that a key signed can still be believed. */
const believedAfter = (contextToken.longestLifetime + contextToken.mostSkew) * 1000;

/** Of the curve P-256 (FIPS 186-5, SP 800-186 §3.2.1.3). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * The keys of a time: the same on every node that has the master key, without a word between them. The key of the day before is
 * published for as long as something that it signed can be believed, that of the next day so that whoever keeps the key set knows it
 * before it signs.
 * @param masterKeys that of today, and then the one before, where there is one: its keys are published and sign nothing
 */
export function deriveContextKeys(masterKeys: readonly Uint8Array[], now: WallTime): readonly ContextKey[] {
  const today = Math.floor(now / contextKeyPeriod);
  return masterKeys.flatMap((masterKey, age) =>
    [today - 1, today, today + 1]
      .map((day) => keyOf(masterKey, day, age === 0 && day >= today))
      .filter((key) => isPublishedAt(key, now)),
  );
}

/** Whether a token that this key signed can be believed at this time, or at a later one. */
export function isPublishedAt({ until }: Pick<ContextKey, 'until'>, now: number): boolean {
  return now < until + believedAfter;
}

function keyOf(masterKey: Uint8Array, day: number, signs: boolean): ContextKey {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(privateHalf(masterKey, day));
  const point = pair.getPublicKey();
  const x = point.subarray(1, 33).toString('base64url');
  const y = point.subarray(33).toString('base64url');
  return {
    kid: thumbprint(x, y),
    x,
    y,
    ...(signs ? { d: padded(pair.getPrivateKey()).toString('base64url') } : {}),
    from: day * contextKeyPeriod,
    until: (day + 1) * contextKeyPeriod,
  };
}

/**
 * HKDF-SHA-256 for a purpose of its own, with 128 bits more than the order has, so that no private key is likelier than another
 * (FIPS 186-5 §A.2.1).
 */
function privateHalf(masterKey: Uint8Array, day: number): Buffer {
  const bits = hkdfSync('sha256', masterKey, new Uint8Array(0), `signet gateway context ${day}`, 48);
  const scalar = (BigInt(`0x${Buffer.from(bits).toString('hex')}`) % (order - 1n)) + 1n;
  return Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex');
}

function padded(scalar: Buffer): Buffer {
  return Buffer.concat([Buffer.alloc(32 - scalar.length), scalar]);
}

function thumbprint(x: string, y: string): string {
  return createHash('sha256').update(`{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`).digest('base64url');
}
