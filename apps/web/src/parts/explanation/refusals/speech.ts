import type { ErrorCode, ExplanationWords, PhraseKey, RefusalTranslations } from '@signet/contracts';

/** All that one language needs to say a refusal and what led to it. One that lacks a code or a variant does not compile. */
export interface Speech {
  /** By code and variant, as the contracts have the English texts. */
  readonly refusals: RefusalTranslations;
  readonly phrases: Readonly<Record<PhraseKey, string>>;
  readonly titles: Readonly<Record<ErrorCode, string>>;
  readonly explanation: ExplanationWords;
}
