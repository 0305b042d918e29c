import type { ReadHanded, ReadSharedSecrets, SharedSecret } from '@signet/trust';
import type { FromWorker } from './messages.ts';
import { createPendingAnswers } from './pending-answers.ts';

/** What the identity provider shares with APIs, asked of the primary. */
export interface RemoteSecrets {
  /** Rejects where the primary cannot read them now. */
  readonly read: ReadSharedSecrets;
  answered(request: number, secrets: readonly SharedSecret[] | undefined): void;
}

export function createRemoteSecrets(send: (message: FromWorker) => void): RemoteSecrets {
  const pending = createPendingAnswers<readonly SharedSecret[] | undefined>();
  return {
    async read() {
      const secrets = await pending.open((request) => send({ kind: 'secrets', request }));
      if (secrets === undefined)
        throw new Error('The identity provider of this node cannot read its secrets');
      return secrets;
    },
    answered: pending.settle,
  };
}

/** Keys and secrets that the configuration of an issuer refers to, asked of the primary. */
export interface RemoteHanded {
  readonly read: ReadHanded;
  answered(request: number, texts: readonly string[]): void;
}

export function createRemoteHanded(send: (message: FromWorker) => void): RemoteHanded {
  const pending = createPendingAnswers<readonly string[]>();
  return {
    read: (reference) => pending.open((request) => send({ kind: 'handed', request, reference })),
    answered: pending.settle,
  };
}
