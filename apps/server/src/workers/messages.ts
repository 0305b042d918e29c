import type {
  ApiKey,
  Budget,
  DecisionRecord,
  FoundPrompt,
  GatewayState,
  KeptCall,
  PurgeAnswersRequest,
  Reference,
  RevocationEntry,
  SignetRefusal,
  WantedVersion,
} from '@signet/contracts';
import type { Readings } from '@signet/gateway';
import type { ContextKey, LimitAnswer, QuotaAnswer, QuotaAsked } from '@signet/gateway/ports';
import type { RejectedKey } from '@signet/token/keys';
import type { SharedSecret } from '@signet/trust';
import type { GatewayTls } from '../certificates/gateway-certificates.ts';
import type { CertificatePairs } from '../certificates/secure-server.ts';
import type { Purged } from '../gateways/gateway-group.ts';
import type { LoadedForGateways } from '../gateways/loaded-for-gateways.ts';
import type { Bound } from '../startup/listen-at-all.ts';
import type { LedgerQuestion, LedgerReply } from './ledger-question.ts';

/** What a gateway process needs to begin. It travels over the channel, because the environment can be read by others. */
export interface WorkerOrders extends Bound {
  /** Names the process in records, such as `gateway-1`. */
  readonly node: string;
  readonly issuer: string;
  /** Whose `X-Forwarded-For` is believed: addresses and networks. */
  readonly trustedProxies: readonly string[];
  readonly loaded: LoadedForGateways;
  /** Present: HTTPS is spoken. Over the channel alone, which no other process reads. */
  readonly tls: GatewayTls | undefined;
  /** Present: limits are shared through Redis. Absent: through the primary. */
  readonly redisUrl: string | undefined;
}

/** From the primary to a gateway process. `request` pairs a question with its answer. */
export type ToWorker =
  | { readonly kind: 'start'; readonly orders: WorkerOrders }
  /** Only tried: nothing changes there. */
  | { readonly kind: 'trial'; readonly request: number; readonly loaded: LoadedForGateways }
  | { readonly kind: 'configuration'; readonly request: number; readonly loaded: LoadedForGateways }
  | { readonly kind: 'certificates'; readonly request: number; readonly pairs: CertificatePairs }
  /** `subscription` says what is being answered: what was still on its way for an older one is not taken for news. */
  | {
      readonly kind: 'entries';
      readonly subscription: number;
      readonly entries: readonly RevocationEntry[];
    }
  /** As of now, or so many milliseconds ago. */
  | {
      readonly kind: 'upToDate';
      readonly subscription: number;
      readonly sequence: number;
      readonly age?: number;
    }
  | { readonly kind: 'limitAnswer'; readonly request: number; readonly answer: LimitAnswer | 'failed' }
  | { readonly kind: 'holdAnswer'; readonly request: number; readonly answer: 'held' | 'taken' | 'failed' }
  | { readonly kind: 'useTokenAnswer'; readonly request: number; readonly answer: boolean | 'failed' }
  | { readonly kind: 'quotaAnswer'; readonly request: number; readonly answer: QuotaAnswer | 'failed' }
  | { readonly kind: 'ledgerAnswer'; readonly request: number; readonly answer: LedgerReply | 'failed' }
  /** The text is absent where the identity provider publishes nothing at that path. */
  | { readonly kind: 'documentAnswer'; readonly request: number; readonly text?: string }
  /** Absent where they cannot be read now. Over the channel alone, which no other process reads. */
  | { readonly kind: 'secretsAnswer'; readonly request: number; readonly secrets?: readonly SharedSecret[] }
  /** Absent where they cannot be told now. Over the channel alone, which no other process reads. */
  | { readonly kind: 'contextKeysAnswer'; readonly request: number; readonly keys?: readonly ContextKey[] }
  /** Empty where nothing is known of it. */
  | { readonly kind: 'handedAnswer'; readonly request: number; readonly texts: readonly string[] }
  /** `unknown`: there is no such key; `failed`: nobody can say. */
  | {
      readonly kind: 'apiKeyAnswer';
      readonly request: number;
      readonly found: ApiKey | 'unknown' | 'failed';
    }
  /** Likewise of prompts. */
  | {
      readonly kind: 'promptAnswer';
      readonly request: number;
      readonly found: FoundPrompt | 'unknown' | 'failed';
    }
  | { readonly kind: 'purge'; readonly request: number; readonly order: PurgeAnswersRequest }
  /** Another gateway of this node has changed it. */
  | { readonly kind: 'changed'; readonly resource: string }
  | { readonly kind: 'flush'; readonly request: number }
  | { readonly kind: 'state'; readonly request: number }
  | { readonly kind: 'readings'; readonly request: number }
  | { readonly kind: 'stop' };

/** From a gateway process to the primary. */
export type FromWorker =
  | { readonly kind: 'hello' }
  | { readonly kind: 'listening' }
  | { readonly kind: 'failed'; readonly refusal: SignetRefusal }
  | { readonly kind: 'subscribe'; readonly subscription: number; readonly after: number }
  /** Every entry up to `sequence` is in force in this process. */
  | { readonly kind: 'applied'; readonly sequence: number }
  | { readonly kind: 'done'; readonly request: number; readonly problem?: string }
  | { readonly kind: 'state'; readonly request: number; readonly state: GatewayState }
  | { readonly kind: 'readings'; readonly request: number; readonly readings: Readings }
  | { readonly kind: 'purged'; readonly request: number; readonly purged: Purged }
  /** A request has changed what other gateways may keep an answer of. */
  | { readonly kind: 'changed'; readonly resource: string }
  /** Asks for a document that the identity provider of this node publishes to anyone. */
  | { readonly kind: 'document'; readonly request: number; readonly path: string }
  /** Asks for what the identity provider of this node shares with APIs. */
  | { readonly kind: 'secrets'; readonly request: number }
  /** Asks for the keys of the gateways' own. */
  | { readonly kind: 'contextKeys'; readonly request: number }
  /** Asks for keys or a secret that the configuration of an issuer refers to. */
  | { readonly kind: 'handed'; readonly request: number; readonly reference: string }
  /** Asks for an API key by its hash; the key itself never leaves the process that it came to. */
  | { readonly kind: 'apiKey'; readonly request: number; readonly hash: string }
  | {
      readonly kind: 'prompt';
      readonly request: number;
      readonly name: string;
      readonly wanted?: WantedVersion;
    }
  | { readonly kind: 'records'; readonly records: readonly DecisionRecord[] }
  /** A call of a model that its route keeps, masked. */
  | { readonly kind: 'keptCall'; readonly call: KeptCall }
  /** Its clocks jumped apart by so many milliseconds. */
  | { readonly kind: 'clockJumped'; readonly milliseconds: number }
  /** Lines or spans of requests are lost for this problem; without one, no longer. */
  | { readonly kind: 'untold'; readonly what: 'access log' | 'spans'; readonly problem?: string }
  /** Keys of an issuer that are not used. */
  | { readonly kind: 'keys'; readonly issuer: string; readonly rejected: readonly RejectedKey[] }
  /** An error that no step foresaw, as its stack. */
  | { readonly kind: 'fault'; readonly reference: Reference; readonly stack: string }
  /** Asks for one of so many places, which is held until it is released, or this process is gone. */
  | { readonly kind: 'hold'; readonly request: number; readonly name: string; readonly most: number }
  | { readonly kind: 'release'; readonly request: number }
  /** Asks whether a token is used for the first time; its name says nothing of it. */
  | {
      readonly kind: 'useToken';
      readonly request: number;
      readonly name: string;
      readonly milliseconds: number;
    }
  | { readonly kind: 'quota'; readonly request: number; readonly asked: QuotaAsked }
  | { readonly kind: 'ledger'; readonly request: number; readonly asked: LedgerQuestion }
  | {
      readonly kind: 'limit';
      readonly request: number;
      readonly key: string;
      readonly limit: Budget;
    };

/** One side of the channel between the primary and a gateway process. */
export interface Channel<Out, In> {
  send(message: Out): void;
  /** Called for each message in the order of sending. */
  receive(handle: (message: In) => void): void;
}
