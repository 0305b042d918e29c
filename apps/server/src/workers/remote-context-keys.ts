import type { ContextKey, ReadContextKeys } from '@signet/gateway/ports';
import type { FromWorker } from './messages.ts';
import { createPendingAnswers } from './pending-answers.ts';

/** The keys of the gateways' own, asked of the primary. */
export interface RemoteContextKeys {
  /** Rejects where the primary cannot tell them now. */
  readonly read: ReadContextKeys;
  answered(request: number, keys: readonly ContextKey[] | undefined): void;
}

export function createRemoteContextKeys(send: (message: FromWorker) => void): RemoteContextKeys {
  const pending = createPendingAnswers<readonly ContextKey[] | undefined>();
  return {
    async read() {
      const keys = await pending.open((request) => send({ kind: 'contextKeys', request }));
      if (keys === undefined) throw new Error('This node cannot tell the keys of its gateways');
      return keys;
    },
    answered: pending.settle,
  };
}
