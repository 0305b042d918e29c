import type { FindApiKey } from '@signet/gateway/ports';
import type { CrookedRequest } from '../crooked/crooked-request.ts';
import type { Sample } from '../sample.ts';

/** How a request proves who calls, and how somebody could pretend to. */
export interface Proof {
  /** The request with what lets it pass; anew each time, as some routes take each token once. */
  prove(sample: Sample): Promise<Sample>;
  readonly crooked: readonly CrookedRequest[];
  readonly findApiKey: FindApiKey;
}
