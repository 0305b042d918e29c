import type { UsedTokens } from '@signet/gateway/ports';
import type { FromWorker } from './messages.ts';
import { createPendingAnswers } from './pending-answers.ts';

/** Used tokens as the primary knows them, so that one counts once for all gateway processes of a node. */
export interface RemoteUsedTokens extends UsedTokens {
  answered(request: number, answer: boolean | 'failed'): void;
}

export function createRemoteUsedTokens(send: (message: FromWorker) => void): RemoteUsedTokens {
  const pending = createPendingAnswers<boolean | 'failed'>();
  return {
    async use(name, milliseconds) {
      const answer = await pending.open((request) => send({ kind: 'useToken', request, name, milliseconds }));
      if (answer === 'failed') throw new Error('The primary could not say.');
      return answer;
    },
    answered: pending.settle,
  };
}
