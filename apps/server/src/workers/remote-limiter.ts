import type { LimitAnswer, Limiter } from '@signet/gateway/ports';
import type { FromWorker } from './messages.ts';
import { createPendingAnswers } from './pending-answers.ts';

/** A limiter that asks the primary, so that the gateway processes of a node share one budget. */
export interface RemoteLimiter extends Limiter {
  answered(request: number, answer: LimitAnswer | 'failed'): void;
}

export function createRemoteLimiter(send: (message: FromWorker) => void): RemoteLimiter {
  const pending = createPendingAnswers<LimitAnswer | 'failed'>();
  return {
    async take(key, limit) {
      const answer = await pending.open((request) => send({ kind: 'limit', request, key, limit }));
      if (answer === 'failed') throw new Error('The primary could not count.');
      return answer;
    },
    answered: pending.settle,
  };
}
