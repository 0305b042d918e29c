import { createHash } from 'node:crypto';
import type { AccountId, FillRandom } from '@signet/contracts';

/** Crockford base32: no letter that is mistaken for a digit when copied from paper. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const howMany = 10;
const letters = 16;

export interface RecoveryCodes {
  /** Such as `k3wm-0v7x-92hd-qnpe`: 80 bits each. Shown once. */
  readonly codes: readonly string[];
  /** As they are stored. */
  readonly hashes: readonly string[];
}

export function newRecoveryCodes(account: AccountId, random: FillRandom): RecoveryCodes {
  const codes = Array.from({ length: howMany }, () => newCode(random));
  return { codes: codes.map(inGroups), hashes: codes.map((code) => hashOf(account, code)) };
}

/** The hash of what was typed, if it has the form of a recovery code. */
export function readRecoveryCode(account: AccountId, typed: string): string | undefined {
  const code = typed.toLowerCase().replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1');
  const isCode = code.length === letters && [...code].every((letter) => alphabet.includes(letter));
  return isCode ? hashOf(account, code) : undefined;
}

function newCode(random: FillRandom): string {
  return [...random(new Uint8Array(letters))].map((byte) => alphabet.charAt(byte & 31)).join('');
}

function inGroups(code: string): string {
  return code.match(/.{4}/g)?.join('-') ?? code;
}

/** 80 random bits need neither salt nor a slow hash; the account stands in it, so that a row is good for no other. */
function hashOf(account: AccountId, code: string): string {
  return createHash('sha256').update(`signet recovery code ${account} ${code}`).digest('hex');
}
