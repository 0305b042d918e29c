import type { ModelFailure } from '@signet/ai';
import { errorCatalogue } from '@signet/contracts';
import type { Denial } from '../denial.ts';

/** What came of asking one of those who have a model. */
export type Outcome =
  /** Sound: nothing speaks against giving it again. */
  | { readonly kind: 'answered'; readonly sound: boolean }
  | { readonly kind: 'left' }
  | {
      readonly kind: 'failed';
      /** As the provider said it, for the caller; absent where it is ours to say. */
      readonly failure?: ModelFailure;
      readonly denial: Denial;
      /** Another one may answer, as no word has gone out. */
      readonly another: boolean;
      /** The error as the stream that has begun would say it. */
      readonly written?: string;
    };

/** The refusal as an error of a model. */
export function failureOf({ refusal }: Denial): ModelFailure {
  const { code, sentence } = refusal;
  return { status: errorCatalogue[code].status, code, message: sentence };
}

/** Whether another one may well answer what this one did not. */
export function isWorthAnother(status: number): boolean {
  return status === 408 || status === 409 || status === 429 || status >= 500;
}
