import type { ModelFailure } from '@signet/ai';
import { errorCatalogue } from '@signet/contracts';
import type { Denial } from '../denial.ts';
import type { Verdict } from './choosing/after-failure.ts';

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
      /** Of HTTP, where the provider answered by it. */
      readonly status?: number;
      /** Where what comes of it is no matter of its status. */
      readonly verdict?: Verdict;
      /** Another one may be asked, as no word has gone out. */
      readonly another: boolean;
      /** The error as the stream that has begun would say it. */
      readonly written?: string;
    };

/** The refusal as an error of a model. */
export function failureOf({ refusal }: Denial): ModelFailure {
  const { code, sentence } = refusal;
  return { status: errorCatalogue[code].status, code, message: sentence };
}
