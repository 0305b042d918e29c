import type { GuessEstimate } from './estimate-guesses.ts';
import type { OwnerWord } from './words-of-owner.ts';

type Part = GuessEstimate['parts'][number];

/** What makes a password easy to guess. */
export interface Weakness {
  readonly sentence: string;
  readonly expected: string;
}

/** In plain words, for the part that gives most of the password away. Never repeats any of it. */
export function nameWeakness(parts: GuessEstimate['parts'], words: ReadonlyMap<string, OwnerWord>): Weakness {
  const telling = parts.filter((part) => part.pattern !== 'bruteforce' && part.pattern !== 'separator');
  const [most] = telling.toSorted((one, other) => weight(other) - weight(one));
  return most === undefined ? tooFew : nameOf(most, words);
}

function weight(part: Part): number {
  const own = part['dictionaryName'] === 'userInputs' ? 100 : 0;
  return own + part.token.length;
}

function nameOf(part: Part, words: ReadonlyMap<string, OwnerWord>): Weakness {
  if (part['dictionaryName'] === 'userInputs') {
    const what = words.get(String(part['matchedWord'])) ?? 'the username';
    return {
      sentence: `The password is made from ${what}.`,
      expected: `a password that is not made from ${what}`,
    };
  }
  return byPattern[part.pattern] ?? tooFew;
}

export const repeated: Weakness = {
  sentence: 'The password repeats the same few characters.',
  expected: 'a password that does not repeat itself',
};

const date: Weakness = {
  sentence: 'Much of the password is a date or a year.',
  expected: 'a password without a date',
};

const sequence: Weakness = {
  sentence: 'Much of the password is a row such as 1234 or abcd.',
  expected: 'a password without such a row',
};

const byPattern: Readonly<Record<string, Weakness>> = {
  dictionary: {
    sentence: 'The password is a common one, or a common word with a few characters changed or added.',
    expected: 'a password that is not on the lists of common ones, however spelled',
  },
  spatial: {
    sentence: 'The keys of the password lie side by side on a keyboard.',
    expected: 'a password that is no walk over the keyboard',
  },
  repeat: repeated,
  sequence,
  wordSequence: sequence,
  regex: date,
  date,
};

const tooFew: Weakness = {
  sentence: 'The password is guessed too soon.',
  expected: 'a longer password',
};
