/** What may be found in a text. */
export const foundKinds = ['iban', 'card', 'email', 'phone', 'jwt', 'secret', 'term', 'placeholder'] as const;

export type FoundKind = (typeof foundKinds)[number];

/** What a place of a text turns out to be: nothing, so many characters, or what only more of the text can tell. */
export type Verdict = 'no' | 'more' | number;

/**
 * Finds one kind of thing at a place of a text. Whoever says `no`, or a length, says so whatever follows; whoever cannot know
 * says `more`. So a text gives the same wherever it is cut.
 */
export interface Detector {
  readonly kind: FoundKind;
  /** The longest that it finds, and with it the most that is held back. */
  readonly longest: number;
  /** Whether one may begin with this UTF-16 unit. */
  begins(unit: number): boolean;
  /**
   * @param from where it would begin; what stands before may be looked at, by one unit
   * @param isEnd nothing follows the text: `more` is no answer then
   */
  at(text: string, from: number, isEnd: boolean): Verdict;
  /** Whether what is longer than the longest goes on with this unit, and is taken for a part of it. */
  goesOn?(unit: number): boolean;
}
