import type { WatchedClocks } from '@signet/contracts';
import { createMemoryHolds, createMemoryLimiter } from '@signet/gateway/ports';
import { isOwnTokenWords } from '@signet/trust';
import type { GroupServices } from '../gateways/open-group.ts';
import { ledgerAsked } from '../workers/ledger-question.ts';
import { countingWhenCutOff, holdingWhenCutOff, type IsConnected } from './cut-off.ts';
import type { NodeQuestions } from './node-questions.ts';
import type { RememberedAnswers } from './remembered-answers.ts';

/** What the gateways of a node ask for, answered by the control node and, where it is away, by what it said before. */
export function createNodePorts(options: {
  readonly questions: NodeQuestions;
  readonly remembered: RememberedAnswers;
  readonly isConnected: IsConnected;
  readonly clocks: WatchedClocks;
}): Pick<
  GroupServices,
  | 'limiter'
  | 'quotas'
  | 'ledger'
  | 'usedTokens'
  | 'holds'
  | 'readOwnDocument'
  | 'readSecrets'
  | 'readContextKeys'
  | 'readHanded'
  | 'findApiKey'
  | 'findPrompt'
> {
  const { questions, remembered, isConnected } = options;
  const shared = {
    take: async (key: string, { count, per, burst }: Parameters<GroupServices['limiter']['take']>[1]) => {
      const limit = { count, per, ...(burst === undefined ? {} : { burst }) };
      return (await questions.ask({ kind: 'limit', key, limit }, 'limitAnswer')).answer;
    },
  };
  const places = {
    take: async (name: string, most: number) => {
      const { request, isHeld } = await questions.ask({ kind: 'hold', name, most }, 'holdAnswer');
      return isHeld ? { givenBack: () => questions.release(request) } : undefined;
    },
  };
  return {
    limiter: countingWhenCutOff(isConnected, shared, createMemoryLimiter()),
    quotas: {
      spend: async ({ key, limit, endsAt }) =>
        (await questions.ask({ kind: 'quota', asked: { key, limit, endsAt } }, 'quotaAnswer')).answer,
    },
    holds: holdingWhenCutOff(isConnected, places, createMemoryHolds()),
    // Kept where the budgets of all nodes are: cut off, nothing is reserved, and what a budget counts is refused.
    ledger: ledgerAsked(
      async (asked) => (await questions.ask({ kind: 'ledger', asked }, 'ledgerAnswer')).answer,
    ),
    usedTokens: {
      use: async (name, milliseconds) =>
        (await questions.ask({ kind: 'useToken', name, milliseconds }, 'useTokenAnswer')).isFirst,
    },
    readOwnDocument: (path) =>
      remembered.document(
        path,
        async () => (await questions.ask({ kind: 'document', path }, 'documentAnswer')).text,
      ),
    readSecrets: () =>
      remembered.secrets(async () => (await questions.ask({ kind: 'secrets' }, 'secretsAnswer')).secrets),
    // Never on disk: cut off, it signs for as long as those that it has do.
    readContextKeys: async () => (await questions.ask({ kind: 'contextKeys' }, 'contextKeysAnswer')).keys,
    readHanded(reference) {
      const ask = async () => (await questions.ask({ kind: 'handed', reference }, 'handedAnswer')).texts;
      // What a person gave is on no disk of a node: cut off, nobody is asked by it.
      return isOwnTokenWords(reference) ? ask() : remembered.handed(reference, ask);
    },
    findApiKey: async (hash) => (await questions.ask({ kind: 'apiKey', hash }, 'apiKeyAnswer')).found,
    findPrompt: async (name, wanted) => {
      const version = wanted === undefined ? {} : { wanted };
      return (await questions.ask({ kind: 'prompt', name, ...version }, 'promptAnswer')).found;
    },
  };
}
