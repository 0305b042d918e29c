import type { QuotaAnswer, Quotas } from '@signet/gateway/ports';
import type { FromWorker } from './messages.ts';
import { createPendingAnswers } from './pending-answers.ts';

/** Quotas that the primary spends, so that the gateway processes of a node share them. */
export interface RemoteQuotas extends Quotas {
  answered(request: number, answer: QuotaAnswer | 'failed'): void;
}

export function createRemoteQuotas(send: (message: FromWorker) => void): RemoteQuotas {
  const pending = createPendingAnswers<QuotaAnswer | 'failed'>();
  return {
    async spend(asked) {
      const answer = await pending.open((request) => send({ kind: 'quota', request, asked }));
      if (answer === 'failed') throw new Error('The primary could not count.');
      return answer;
    },
    answered: pending.settle,
  };
}
