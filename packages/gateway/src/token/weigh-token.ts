import type { TrustedToken } from '@signet/trust/bearer';

/*
 * Bytes that V8 holds, rounded up from measurements (`weigh-token.test.ts` holds them against the heap): text says little
 * of memory, as `{}` is two characters and sixty bytes.
 */
const emptyToken = 2_000;
/** The token itself, and the text of its claims, of which each string is a window: two bytes a letter at worst. */
const eachCharacter = 3;
const eachWord = 100;
const eachString = 40;
const eachNumber = 16;
const eachArray = 48;
const eachItem = 16;
const eachObject = 80;
/** A name that no other token has makes a shape of its own. */
const eachMember = 128;

/** What a remembered token weighs in bytes: never less than what is held of it. */
export function weighToken(compact: string, token: TrustedToken): number {
  const { header, claims, scopes, roles, permissions } = token;
  const words = (scopes.size + roles.size + permissions.size) * eachWord;
  return emptyToken + compact.length * eachCharacter + words + weigh(header) + weigh(claims);
}

function weigh(value: unknown): number {
  if (typeof value === 'string') return eachString;
  if (typeof value === 'number') return eachNumber;
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value))
    return value.reduce((sum: number, item) => sum + eachItem + weigh(item), eachArray);
  return Object.values(value).reduce((sum: number, member) => sum + eachMember + weigh(member), eachObject);
}
