import type { FillRandom } from '@signet/contracts';

/** Crockford base32: no letter that is mistaken for a digit when read aloud or copied from paper. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const groups = 5;
const groupLength = 4;

/** A password such as `k3wm-0v7x-…`: 20 characters of 5 bits each, 100 bits in all. */
export function newOneTimePassword(random: FillRandom): string {
  const letters = [...random(new Uint8Array(groups * groupLength))].map((byte) => alphabet.charAt(byte & 31));
  return Array.from({ length: groups }, (_, group) =>
    letters.slice(group * groupLength, (group + 1) * groupLength).join(''),
  ).join('-');
}
