import { type ErrorCode, errorCatalogue } from '@signet/contracts';
import { currentLanguage } from '../../../ui/language/current-language.ts';
import { translate } from '../../../ui/language/translate.ts';
import { words } from '../words.ts';
import type { Challenge } from './read-refusal.ts';
import { titleOf } from './speak-refusal.ts';

export interface SpokenChallenge {
  /** In the language of the page. */
  readonly sentence: string;
  /** What its error means, where the sentence does not say that already. */
  readonly meaning?: string;
  /** As it came, where it could not be said in the language of the page. */
  readonly description?: string;
}

/**
 * A challenge says what is wrong in English only, without values. Where its sentence is known it is said anew; else its
 * code, or its error, says what it is about.
 * @param known the code that came beside it
 */
export function speakChallenge(challenge: Challenge, known?: ErrorCode): SpokenChallenge {
  const { description } = challenge;
  const code = known ?? codeIn(challenge);
  const meaning = code === undefined ? meaningOf(challenge) : titleOf(code);
  if (description === undefined) return { sentence: meaning };
  const spoken = translate(description);
  if (currentLanguage() === 'en' || spoken !== description) return { sentence: spoken, meaning };
  if (code === undefined && challenge.error === undefined) return { sentence: description, meaning };
  return { sentence: meaning, description };
}

function codeIn({ error }: Challenge): ErrorCode | undefined {
  return error !== undefined && Object.hasOwn(errorCatalogue, error) ? (error as ErrorCode) : undefined;
}

const named = [
  'invalid_token',
  'insufficient_scope',
  'invalid_request',
  'insufficient_user_authentication',
] as const;

function isNamed(error: string): error is (typeof named)[number] {
  return named.some((one) => one === error);
}

/** What the error of a challenge means (RFC 6750 §3.1, RFC 9470 §3). */
function meaningOf({ error }: Challenge): string {
  const meanings = words.said.challenge;
  if (error === undefined) return meanings.none;
  return isNamed(error) ? meanings[error] : meanings.other;
}
