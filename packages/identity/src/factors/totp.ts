import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds of a time step and digits of a code: what every authenticator app takes without being told (RFC 6238 §4). */
const stepSeconds = 30;
const digits = 6;

/** Bytes of a secret (RFC 4226 §4, R6: 160 bits recommended). */
export const secretLength = 20;

/** The step that a moment lies in. @param at milliseconds since the epoch */
export function stepAt(at: number): number {
  return Math.floor(at / 1000 / stepSeconds);
}

/** The code of a time step (RFC 6238 §4.2, by HMAC-SHA-1 as RFC 4226 §5.3 says). */
export function codeAt(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0xf;
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits;
  return String(number).padStart(digits, '0');
}

/**
 * The step of which this is the code: the present one, or the one before or after it, for clocks that differ and people
 * who type slowly (RFC 6238 §5.2). The newest where two have the same code, so that neither is good once more.
 */
export function findStep(secret: Uint8Array, code: string, at: number): number | undefined {
  const present = stepAt(at);
  const given = Buffer.from(code.padEnd(digits).slice(0, digits));
  const right = [present + 1, present, present - 1].filter((step) =>
    timingSafeEqual(given, Buffer.from(codeAt(secret, step))),
  );
  return right[0];
}

/** Six digits, which some apps show in two groups; anything else is none of its codes. */
export function readCode(typed: string): string | undefined {
  const code = typed.replace(/[\s-]/g, '');
  return /^[0-9]{6}$/.test(code) ? code : undefined;
}

/** What an app is told, also as a picture: https://github.com/google/google-authenticator/wiki/Key-Uri-Format. */
export function keyUri({
  issuer,
  username,
  secret,
}: {
  readonly issuer: string;
  readonly username: string;
  readonly secret: Uint8Array;
}): string {
  const { host } = new URL(issuer);
  const label = `${encodeURIComponent(host)}:${encodeURIComponent(username)}`;
  const query = `secret=${toBase32(secret)}&issuer=${encodeURIComponent(host)}`;
  return `otpauth://totp/${label}?${query}&algorithm=SHA1&digits=${digits}&period=${stepSeconds}`;
}

/** RFC 4648 §6, without padding. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => alphabet.charAt(Number.parseInt(group.padEnd(5, '0'), 2))).join('');
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
