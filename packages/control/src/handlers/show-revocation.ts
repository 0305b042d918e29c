import type { Handle } from '@signet/http';
import type { RevocationReachReader } from '../ports/index.ts';

/** Who refuses by now what an entry of the log names. */
export function showRevocation(reach: RevocationReachReader): Handle<'showRevocation'> {
  return ({ parameters: { sequence } }) => reach.of(sequence);
}
