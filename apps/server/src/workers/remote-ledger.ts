import type { SpendingLedger } from '@signet/gateway/ports';
import { type LedgerQuestion, type LedgerReply, ledgerAsked } from './ledger-question.ts';
import type { FromWorker } from './messages.ts';
import { createPendingAnswers } from './pending-answers.ts';

/** The ledger that the primary keeps, for the gateway processes of a node. */
export interface RemoteLedger extends SpendingLedger {
  answered(request: number, answer: LedgerReply | 'failed'): void;
}

export function createRemoteLedger(send: (message: FromWorker) => void): RemoteLedger {
  const pending = createPendingAnswers<LedgerReply | 'failed'>();
  const ask = async (asked: LedgerQuestion) => {
    const answer = await pending.open((request) => send({ kind: 'ledger', request, asked }));
    if (answer === 'failed') throw new Error('The primary could not reach its ledger.');
    return answer;
  };
  return { ...ledgerAsked(ask), answered: pending.settle };
}
