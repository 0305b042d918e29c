import type { Holds } from '@signet/gateway/ports';
import type { FromWorker } from './messages.ts';
import { createPendingAnswers } from './pending-answers.ts';

/** Places that the primary counts, so that the gateway processes of a node have their number together. */
export interface RemoteHolds extends Holds {
  answered(request: number, answer: 'held' | 'taken' | 'failed'): void;
}

export function createRemoteHolds(send: (message: FromWorker) => void): RemoteHolds {
  const pending = createPendingAnswers<'held' | 'taken' | 'failed'>();
  return {
    async take(name, most) {
      let asked = 0;
      const answer = await pending.open((request) => {
        asked = request;
        send({ kind: 'hold', request, name, most });
      });
      if (answer === 'failed') throw new Error('The primary could not say.');
      return answer === 'held' ? { givenBack: () => send({ kind: 'release', request: asked }) } : undefined;
    },
    answered: pending.settle,
  };
}
