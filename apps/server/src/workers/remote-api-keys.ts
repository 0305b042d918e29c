import type { ApiKey } from '@signet/contracts';
import type { FindApiKey } from '@signet/gateway/ports';
import type { FromWorker } from './messages.ts';
import { createPendingAnswers } from './pending-answers.ts';

/** API keys, which the primary looks up: a gateway process has no database. */
export interface RemoteApiKeys {
  /** Rejects where the primary cannot look one up now. */
  readonly find: FindApiKey;
  answered(request: number, found: ApiKey | 'unknown' | 'failed'): void;
}

export function createRemoteApiKeys(send: (message: FromWorker) => void): RemoteApiKeys {
  const pending = createPendingAnswers<ApiKey | 'unknown' | 'failed'>();
  return {
    async find(hash) {
      const found = await pending.open((request) => send({ kind: 'apiKey', request, hash }));
      if (found === 'failed') throw new Error('The primary could not look the key up.');
      return found === 'unknown' ? undefined : found;
    },
    answered: pending.settle,
  };
}
