import type { FoundPrompt } from '@signet/contracts';
import type { FindPrompt } from '@signet/gateway/ports';
import type { FromWorker } from './messages.ts';
import { createPendingAnswers } from './pending-answers.ts';

/** Prompts, which the primary looks up: a gateway process has no database. */
export interface RemotePrompts {
  /** Rejects where the primary cannot look one up now. */
  readonly find: FindPrompt;
  answered(request: number, found: FoundPrompt | 'unknown' | 'failed'): void;
}

export function createRemotePrompts(send: (message: FromWorker) => void): RemotePrompts {
  const pending = createPendingAnswers<FoundPrompt | 'unknown' | 'failed'>();
  return {
    async find(name, wanted) {
      const version = wanted === undefined ? {} : { wanted };
      const found = await pending.open((request) => send({ kind: 'prompt', request, name, ...version }));
      if (found === 'failed') throw new Error('The primary could not look the prompt up.');
      return found === 'unknown' ? undefined : found;
    },
    answered: pending.settle,
  };
}
