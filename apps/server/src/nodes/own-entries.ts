import type { LedgerQuestion } from '../workers/ledger-question.ts';

/** Milliseconds that a budget may end ahead: no longer than a month. */
const longestBudget = 32 * 24 * 60 * 60 * 1000;

/**
 * What a gateway node asks of the ledger, under its own name: nothing that another node or this one reserved can be settled or freed by
 * it. Undefined for a budget that would never end.
 */
export function ownEntries(node: string, question: LedgerQuestion, now: number): LedgerQuestion | undefined {
  if (!('request' in question)) return { ...question, id: `${node}/${question.id}` };
  const { request } = question;
  if (request.pages.some(({ endsAt }) => endsAt > now + longestBudget)) return undefined;
  return { ...question, request: { ...request, id: `${node}/${request.id}` } };
}
