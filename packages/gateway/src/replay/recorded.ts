import type { DecisionRecord, ErrorCode, StepName } from '@signet/contracts';

/** What was decided, as far as a configuration decides it: what came after was not the call's fault. */
export type Recorded =
  | { readonly verdict: 'allowed' }
  | { readonly verdict: 'refused'; readonly code: ErrorCode };

export function recordedVerdict(record: DecisionRecord): Recorded {
  const code = record.refusal?.code;
  if (code === undefined || afterDeciding.has(refusedAt(record))) return { verdict: 'allowed' };
  return { verdict: 'refused', code };
}

export function refusedAt({ steps }: DecisionRecord): StepName | undefined {
  return steps.find(({ outcome }) => outcome === 'refused' || outcome === 'failed')?.step;
}

const afterDeciding: ReadonlySet<StepName | undefined> = new Set([
  'limit',
  'check-request',
  'ask-webhook',
  'forward',
]);
