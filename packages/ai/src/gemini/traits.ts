/** In what the models behind this protocol differ, as far as a request depends on it. */
export interface GeminiTraits {
  /** How much it thinks: by a level from 3 on, by a number of tokens in 2.5. */
  readonly thinks: 'by level' | 'by budget';
  /** A turn with calls is refused that lacks the signature which it was given: from 3 on. */
  readonly requiresSeals: boolean;
}

export const newestTraits: GeminiTraits = { thinks: 'by level', requiresSeals: true };
