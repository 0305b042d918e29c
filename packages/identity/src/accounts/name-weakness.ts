import type { GuessEstimate } from './estimate-guesses.ts';
import type { OwnerWord } from './words-of-owner.ts';

type Part = GuessEstimate['parts'][number];

/** What makes a password easy to guess: a variant of `password_too_weak`. */
export type Weakness =
  | 'repeated'
  | 'date'
  | 'sequence'
  | 'common'
  | 'keyboard'
  | 'username'
  | 'service_name'
  | 'guessed_soon';

/** For the part that gives most of the password away. Never repeats any of it. */
export function nameWeakness(parts: GuessEstimate['parts'], words: ReadonlyMap<string, OwnerWord>): Weakness {
  const telling = parts.filter((part) => part.pattern !== 'bruteforce' && part.pattern !== 'separator');
  const [most] = telling.toSorted((one, other) => weight(other) - weight(one));
  return most === undefined ? 'guessed_soon' : nameOf(most, words);
}

function weight(part: Part): number {
  const own = part['dictionaryName'] === 'userInputs' ? 100 : 0;
  return own + part.token.length;
}

function nameOf(part: Part, words: ReadonlyMap<string, OwnerWord>): Weakness {
  if (part['dictionaryName'] === 'userInputs') return words.get(String(part['matchedWord'])) ?? 'username';
  return byPattern[part.pattern] ?? 'guessed_soon';
}

const byPattern: Readonly<Record<string, Weakness>> = {
  dictionary: 'common',
  spatial: 'keyboard',
  repeat: 'repeated',
  sequence: 'sequence',
  wordSequence: 'sequence',
  regex: 'date',
  date: 'date',
};
