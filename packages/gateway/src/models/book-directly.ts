import type { HighestCost, ModelEvent, Usage } from '@signet/ai';
import { newId, type WallTime } from '@signet/contracts';
import { type Labels, mostAmount, type SpendingLedger } from '../ports/index.ts';
import type { Bill } from '../spending/spending.ts';
import type { DirectAnswer } from './ask-directly.ts';
import { billOf } from './bill-of.ts';
import type { CompiledTarget } from './compiled-llm.ts';

/** What a provider bills for what it was asked beside all gateways. */
export function billOfDirect(answered: DirectAnswer, target: CompiledTarget, at: WallTime): Bill {
  const isFailed = answered.kind === 'failed';
  return billOf(
    {
      ...{ wasSent: !isFailed || answered.wasSent, wasRefused: isFailed && answered.wasRefused },
      ...{ streams: false, ended: !isFailed, usage: isFailed ? undefined : usageIn(answered.events) },
      ...{ sentBytes: 0, heardBytes: 0 },
    },
    target,
    at,
  );
}

export function usageIn(events: readonly ModelEvent[]): Usage | undefined {
  return events.findLast((event) => event.kind === 'usage')?.usage;
}

interface Asked {
  readonly answered: DirectAnswer;
  readonly target: CompiledTarget;
  /** Counts where nobody can say what it came to. */
  readonly highest: HighestCost;
  readonly labels: Labels;
  readonly at: WallTime;
}

/** Books what was asked and no budget counts. */
export async function bookDirect(
  ledger: Pick<SpendingLedger, 'book'>,
  { answered, target, highest, labels, at }: Asked,
): Promise<void> {
  const bill = billOfDirect(answered, target, at);
  if (bill === 'nothing') return;
  const known = highest.kind === 'known' ? highest : undefined;
  await ledger.book(
    {
      ...{ id: newId('reference'), pages: [], leaseFor: 1000, labels, currency: known?.currency ?? 'USD' },
      most: {
        micros: Math.min(known?.micros ?? 0, mostAmount),
        tokens: Math.min(known?.tokens ?? 0, mostAmount),
      },
    },
    bill,
  );
}
