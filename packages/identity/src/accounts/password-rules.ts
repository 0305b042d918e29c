import { refusal, type SignetRefusal } from '@signet/contracts';
import { estimateGuesses } from './estimate-guesses.ts';
import { nameWeakness, type Weakness } from './name-weakness.ts';
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
): Promise<SignetRefusal<'password_too_weak'> | undefined> {
  const characters = [...password];
  if (characters.length < shortest) return refusal('password_too_weak.too_short', { least: shortest });
  if (characters.length > longest) return refusal('password_too_weak.too_long', { most: longest });
  if (new Set(characters).size < fewestDifferent) return refusal('password_too_weak.repeated');
  const weakness = await findGuessable(password.normalize('NFKC'), owner);
  return weakness && refusal(`password_too_weak.${weakness}`);
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
