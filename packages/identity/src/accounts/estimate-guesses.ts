import type { MatchExtended, ZxcvbnFactory } from '@zxcvbn-ts/core';
import { knownWords } from './known-words.ts';

/** How early a password is guessed by who knows lists, keyboards, dates and the owner. */
export interface GuessEstimate {
  readonly guesses: number;
  /** What the cheapest way to guess it is made of. */
  readonly parts: readonly MatchExtended[];
}

/** The work grows with the square of the length and more, and is done on the thread that answers everybody. */
const judged = 40;
/** Spellings such as `p@$$w0rd` that are undone for one password; each costs a search of the lists. */
const respellings = 12;

let estimator: Promise<ZxcvbnFactory> | undefined;

/**
 * Of a long password its beginning and its end are judged, and the better of the two counts.
 * @param words of the owner, lower case
 */
export async function estimateGuesses(password: string, words: readonly string[]): Promise<GuessEstimate> {
  estimator ??= loadEstimator();
  const loaded = await estimator;
  const judge = (part: string): GuessEstimate => {
    const { guesses, sequence } = loaded.check(part, [...words]);
    return { guesses, parts: sequence };
  };
  const beginning = judge(password.slice(0, judged));
  if (password.length <= judged) return beginning;
  const end = judge(password.slice(-judged));
  return end.guesses > beginning.guesses ? end : beginning;
}

/** Lists of some 50,000 words: read when the first password is set, not when the process starts. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new Factory({
    dictionary: { ...dictionary, known: [...knownWords] },
    graphs: adjacencyGraphs,
    l33tMaxSubstitutions: respellings,
    maxLength: judged,
  });
}
