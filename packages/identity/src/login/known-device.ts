import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FillRandom, WallClock } from '@signet/contracts';

/** Milliseconds for which a device stays known after a sign-in; each sign-in renews it. */
const knownFor = 90 * 24 * 60 * 60_000;

/** What a device is given at a sign-in. */
export interface RememberedDevice {
  readonly id: string;
  readonly value: string;
  /** Seconds. */
  readonly maxAge: number;
}

/** What a device holds after a sign-in, so that strangers who guess at the account do not slow its owner down. */
export interface KnownDevices {
  /** The id of the device, where `held` proves that it signed in to this account before. Signs nobody in. */
  recognise(held: string | undefined, username: string): string | undefined;
  /** What the device is to hold from now on; its id stays where it was known. */
  remember(held: string | undefined, username: string): RememberedDevice;
}

/**
 * A device holds `id.expiry.mac`. The mac (HMAC-SHA-256) binds both to the account, whose name does not stand in it, and to
 * this purpose by its key. As in OWASP's "Slow Down Online Guessing Attacks with Device Cookies".
 * @param keys derived from the master keys for this alone; the first makes what is remembered, the others are still believed
 */
export function createKnownDevices(parts: {
  readonly keys: readonly [Uint8Array, ...Uint8Array[]];
  readonly random: FillRandom;
  readonly wall: WallClock;
}): KnownDevices {
  const [key, ...earlier] = parts.keys;
  const sign = (by: Uint8Array, id: string, expiry: string, username: string): Buffer =>
    createHmac('sha256', by).update(`${id}.${expiry}.${username}`).digest();

  function recognise(value: string | undefined, username: string): string | undefined {
    const [, id = '', expiry = '', mac = ''] = shape.exec(value ?? '') ?? [];
    if (id === '') return undefined;
    const held = Buffer.from(mac, 'base64url');
    const right = [key, ...earlier].some((each) => timingSafeEqual(held, sign(each, id, expiry, username)));
    return right && Number(expiry) * 1000 > parts.wall() ? id : undefined;
  }

  return {
    recognise,
    remember(held, username) {
      const id = recognise(held, username) ?? newDeviceId(parts.random);
      const expiry = String(Math.floor((parts.wall() + knownFor) / 1000));
      const mac = sign(key, id, expiry, username).toString('base64url');
      return { id, value: `${id}.${expiry}.${mac}`, maxAge: knownFor / 1000 };
    },
  };
}

/** 128 bits, seconds since the epoch, 256 bits. */
const shape = /^([A-Za-z0-9_-]{22})\.([0-9]{1,12})\.([A-Za-z0-9_-]{43})$/;

function newDeviceId(random: FillRandom): string {
  return Buffer.from(random(new Uint8Array(16))).toString('base64url');
}
