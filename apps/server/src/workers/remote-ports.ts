import type { FromWorker, ToWorker } from './messages.ts';
import { createRemoteApiKeys, type RemoteApiKeys } from './remote-api-keys.ts';
import { createRemoteContextKeys, type RemoteContextKeys } from './remote-context-keys.ts';
import { createRemoteDocuments, type RemoteDocuments } from './remote-documents.ts';
import { createRemoteFeed, type RemoteFeed } from './remote-feed.ts';
import { createRemoteHolds, type RemoteHolds } from './remote-holds.ts';
import { createRemoteLedger, type RemoteLedger } from './remote-ledger.ts';
import { createRemoteLimiter, type RemoteLimiter } from './remote-limiter.ts';
import { createRemotePrompts, type RemotePrompts } from './remote-prompts.ts';
import { createRemoteQuotas, type RemoteQuotas } from './remote-quotas.ts';
import { createRemoteRecorder, type RemoteRecorder } from './remote-recorder.ts';
import {
  createRemoteHanded,
  createRemoteSecrets,
  type RemoteHanded,
  type RemoteSecrets,
} from './remote-secrets.ts';
import { createRemoteUsedTokens, type RemoteUsedTokens } from './remote-used-tokens.ts';

/** What the primary does for a gateway process, as that process sees it. */
export interface RemotePorts {
  readonly feed: RemoteFeed['feed'];
  readonly limiter: RemoteLimiter;
  readonly quotas: RemoteQuotas;
  readonly ledger: RemoteLedger;
  readonly usedTokens: RemoteUsedTokens;
  readonly holds: RemoteHolds;
  readonly readOwnDocument: RemoteDocuments['read'];
  readonly readSecrets: RemoteSecrets['read'];
  readonly readContextKeys: RemoteContextKeys['read'];
  readonly readHanded: RemoteHanded['read'];
  readonly findApiKey: RemoteApiKeys['find'];
  readonly findPrompt: RemotePrompts['find'];
  readonly recorder: RemoteRecorder;
  /** To be called for every message; those that answer none of these ports are left alone. */
  handle(message: ToWorker): void;
}

export function createRemotePorts(send: (message: FromWorker) => void): RemotePorts {
  const feed = createRemoteFeed(send);
  const limiter = createRemoteLimiter(send);
  const quotas = createRemoteQuotas(send);
  const ledger = createRemoteLedger(send);
  const usedTokens = createRemoteUsedTokens(send);
  const holds = createRemoteHolds(send);
  const documents = createRemoteDocuments(send);
  const secrets = createRemoteSecrets(send);
  const contextKeys = createRemoteContextKeys(send);
  const handed = createRemoteHanded(send);
  const apiKeys = createRemoteApiKeys(send);
  const prompts = createRemotePrompts(send);
  return {
    feed: feed.feed,
    limiter,
    quotas,
    ledger,
    usedTokens,
    holds,
    readOwnDocument: documents.read,
    readSecrets: secrets.read,
    readContextKeys: contextKeys.read,
    readHanded: handed.read,
    findApiKey: apiKeys.find,
    findPrompt: prompts.find,
    recorder: createRemoteRecorder(send),
    handle(message) {
      feed.handle(message);
      if (message.kind === 'limitAnswer') limiter.answered(message.request, message.answer);
      if (message.kind === 'quotaAnswer') quotas.answered(message.request, message.answer);
      if (message.kind === 'ledgerAnswer') ledger.answered(message.request, message.answer);
      if (message.kind === 'holdAnswer') holds.answered(message.request, message.answer);
      if (message.kind === 'useTokenAnswer') usedTokens.answered(message.request, message.answer);
      if (message.kind === 'documentAnswer') documents.answered(message.request, message.text);
      if (message.kind === 'secretsAnswer') secrets.answered(message.request, message.secrets);
      if (message.kind === 'contextKeysAnswer') contextKeys.answered(message.request, message.keys);
      if (message.kind === 'apiKeyAnswer') apiKeys.answered(message.request, message.found);
      if (message.kind === 'promptAnswer') prompts.answered(message.request, message.found);
      if (message.kind === 'handedAnswer') handed.answered(message.request, message.texts);
    },
  };
}
