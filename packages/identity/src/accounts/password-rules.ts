import type { ErrorCode } from '@signet/contracts';
import type { Refusal } from '@signet/token/verdict';
import { estimateGuesses } from './estimate-guesses.ts';
import { nameWeakness, repeated, type Weakness } from './name-weakness.ts';
import { type PasswordOwner, wordsOfOwner } from './words-of-owner.ts';

const shortest = 10;
/** Bounds the work of one hash; far above what a person or a password manager sends. */
const longest = 256;
const fewestDifferent = 4;

/** Ten characters drawn at random are worth 10¹⁰; a common word with a year and a sign 10⁸. */
const fewestGuesses = 10 ** 9.5;
/** What is left of a spelled-out `p-a-s-s-w-o-r-d` without its signs; two words of a passphrase are worth more. */
const fewestGuessesBare = 10 ** 6;

/**
 * Why a new password is refused, or `undefined` if it may be used. Never repeats the password. Signs, capitals and
 * digits are not asked for; how many guesses find the password is.
 */
export async function findPasswordWeakness(
  password: string,
  owner: PasswordOwner,
): Promise<Refusal<ErrorCode> | undefined> {
  const weakness = findWrongShape(password) ?? (await findGuessable(password.normalize('NFKC'), owner));
  return (
    weakness && {
      ...weakness,
      code: 'password_too_weak',
      fix: 'Choose a few words that do not belong together, or let a password manager make one.',
      rule: 'NIST SP 800-63B §3.1.1.2',
    }
  );
}

function findWrongShape(password: string): Weakness | undefined {
  const characters = [...password];
  if (characters.length < shortest) {
    return { sentence: 'The password is too short.', expected: `at least ${shortest} characters` };
  }
  if (characters.length > longest) {
    return { sentence: 'The password is too long.', expected: `at most ${longest} characters` };
  }
  return new Set(characters).size < fewestDifferent ? repeated : undefined;
}

async function findGuessable(password: string, owner: PasswordOwner): Promise<Weakness | undefined> {
  const words = wordsOfOwner(owner);
  const given = [...words.keys()];
  const whole = await estimateGuesses(password, given);
  if (whole.guesses < fewestGuesses) return nameWeakness(whole.parts, words);
  const letters = password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const bare = await estimateGuesses(letters, given);
  return bare.guesses < fewestGuessesBare ? nameWeakness(bare.parts, words) : undefined;
}
