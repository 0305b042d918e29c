import { createHash } from 'node:crypto';
import type { HighestCost } from '@signet/ai';
import type { NotAskedReason, RehearseRequest } from '@signet/contracts';
import type { LedgerRequest } from '../ports/index.ts';

const day = 86_400_000;
/** Longer than the longest answer is waited for. */
const leaseFor = 120_000;

/** What a case may cost at most, out of what its rehearsal has; why not, where it may not be asked. */
export function reservationOf(
  { rehearsal, begunAt, most, currency, reference, to }: RehearseRequest,
  highest: HighestCost,
  labels: { readonly route: string; readonly provider: string; readonly model: string },
): LedgerRequest | NotAskedReason {
  if (highest.kind === 'unbounded') return 'unbounded';
  // Of what nobody knows the price a budget knows nothing.
  if (highest.kind === 'unpriced') return 'unpriced';
  if (highest.currency !== currency) return 'other-currency';
  return {
    id: digest(`case ${rehearsal} ${begunAt} ${reference} ${to}`),
    pages: [
      {
        key: digest(`rehearsal ${rehearsal}`),
        budget: 'rehearsal',
        endsAt: begunAt + day,
        counts: 'micros',
        limit: most,
        soft: false,
      },
    ],
    most: { micros: highest.micros, tokens: highest.tokens },
    currency,
    leaseFor,
    labels: { ...labels, rehearsal },
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
