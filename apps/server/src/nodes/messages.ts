import type {
  ApiKey,
  Budget,
  DecisionRecord,
  FoundPrompt,
  GatewayState,
  KeptCall,
  PurgeAnswersRequest,
  RevocationEntry,
  WantedVersion,
} from '@signet/contracts';
import type { ContextKey, LimitAnswer, QuotaAnswer, QuotaAsked } from '@signet/gateway/ports';
import type { SharedSecret } from '@signet/trust';
import type { PurgedHere } from '../gateways/gateway-group.ts';
import type { LoadedForGateways } from '../gateways/loaded-for-gateways.ts';
import type { LedgerQuestion, LedgerReply } from '../workers/ledger-question.ts';

/** What both ends speak; an end that speaks another one is sent away. */
export const nodeProtocol = 'signet-node/1';

/** Why a control node sends a gateway node away. */
export type SentAway = 'certificate' | 'unknown' | 'revoked' | 'replaced' | 'message' | 'stopping';

/** From a control node to a gateway node. `request` pairs a question with its answer. */
export type ToNode =
  /** The first of all: what it is called, and what it needs to begin. */
  | {
      readonly kind: 'welcome';
      readonly name: string;
      readonly issuer: string;
      readonly loaded: LoadedForGateways;
    }
  | { readonly kind: 'sentAway'; readonly why: SentAway }
  | { readonly kind: 'configuration'; readonly request: number; readonly loaded: LoadedForGateways }
  /** `subscription` says what is being answered: what was still on its way for an older one is not taken for news. */
  | { readonly kind: 'entries'; readonly subscription: number; readonly entries: readonly RevocationEntry[] }
  /** As of the beat of this number, or later: a sign that was held up on its way is not taken for a new one. */
  | {
      readonly kind: 'upToDate';
      readonly subscription: number;
      readonly sequence: number;
      readonly beat: number;
    }
  | { readonly kind: 'beat'; readonly beat: number }
  | { readonly kind: 'state'; readonly request: number }
  | { readonly kind: 'purge'; readonly request: number; readonly order: PurgeAnswersRequest }
  | NodeAnswer;

/** What a gateway node asked for. */
export type NodeAnswer =
  | { readonly kind: 'limitAnswer'; readonly request: number; readonly answer: LimitAnswer }
  | { readonly kind: 'holdAnswer'; readonly request: number; readonly isHeld: boolean }
  | { readonly kind: 'useTokenAnswer'; readonly request: number; readonly isFirst: boolean }
  | { readonly kind: 'quotaAnswer'; readonly request: number; readonly answer: QuotaAnswer }
  | { readonly kind: 'ledgerAnswer'; readonly request: number; readonly answer: LedgerReply }
  /** The text is absent where the identity provider publishes nothing at that path. */
  | { readonly kind: 'documentAnswer'; readonly request: number; readonly text?: string }
  | { readonly kind: 'secretsAnswer'; readonly request: number; readonly secrets: readonly SharedSecret[] }
  | { readonly kind: 'contextKeysAnswer'; readonly request: number; readonly keys: readonly ContextKey[] }
  /** Empty where the configuration of no issuer and no upstream refers to it. */
  | { readonly kind: 'handedAnswer'; readonly request: number; readonly texts: readonly string[] }
  | { readonly kind: 'apiKeyAnswer'; readonly request: number; readonly found?: ApiKey }
  | { readonly kind: 'promptAnswer'; readonly request: number; readonly found?: FoundPrompt }
  /** It cannot be answered now. */
  | { readonly kind: 'failedAnswer'; readonly request: number };

/** What the gateways of a gateway node have forgotten. Whether a route keeps any is the configuration's to say. */
export type PurgedThere = Omit<PurgedHere, 'keeps'>;

/** From a gateway node to a control node, which reads each by `readFromNode` and believes none. */
export type FromNode =
  /** Asks for signs of life: the next ones say that they were given after this. */
  | { readonly kind: 'beat'; readonly beat: number }
  | { readonly kind: 'subscribe'; readonly subscription: number; readonly after: number }
  /** Every entry up to `sequence` is in force in all gateways of that node. */
  | { readonly kind: 'applied'; readonly sequence: number }
  | { readonly kind: 'done'; readonly request: number; readonly problem?: string | undefined }
  | { readonly kind: 'state'; readonly request: number; readonly states: readonly GatewayState[] }
  | { readonly kind: 'purged'; readonly request: number; readonly purged: PurgedThere }
  | { readonly kind: 'records'; readonly records: readonly DecisionRecord[] }
  | { readonly kind: 'keptCall'; readonly call: KeptCall }
  /** Gives back the place that this `hold` got. */
  | { readonly kind: 'release'; readonly request: number }
  | NodeQuestion;

export type NodeQuestion =
  | { readonly kind: 'limit'; readonly request: number; readonly key: string; readonly limit: Budget }
  | {
      readonly kind: 'useToken';
      readonly request: number;
      readonly name: string;
      readonly milliseconds: number;
    }
  | { readonly kind: 'quota'; readonly request: number; readonly asked: QuotaAsked }
  | { readonly kind: 'hold'; readonly request: number; readonly name: string; readonly most: number }
  | { readonly kind: 'ledger'; readonly request: number; readonly asked: LedgerQuestion }
  | { readonly kind: 'document'; readonly request: number; readonly path: string }
  | { readonly kind: 'secrets'; readonly request: number }
  | { readonly kind: 'contextKeys'; readonly request: number }
  | { readonly kind: 'handed'; readonly request: number; readonly reference: string }
  | { readonly kind: 'apiKey'; readonly request: number; readonly hash: string }
  | {
      readonly kind: 'prompt';
      readonly request: number;
      readonly name: string;
      readonly wanted?: WantedVersion;
    };
