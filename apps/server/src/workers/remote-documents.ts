import type { ReadOwnDocument } from '../gateways/own-documents.ts';
import type { FromWorker } from './messages.ts';
import { createPendingAnswers } from './pending-answers.ts';

/** What the identity provider publishes, asked of the primary: a gateway process has no address to look it up at. */
export interface RemoteDocuments {
  readonly read: ReadOwnDocument;
  answered(request: number, text: string | undefined): void;
}

export function createRemoteDocuments(send: (message: FromWorker) => void): RemoteDocuments {
  const pending = createPendingAnswers<string | undefined>();
  return {
    read: (path) => pending.open((request) => send({ kind: 'document', request, path })),
    answered: pending.settle,
  };
}
