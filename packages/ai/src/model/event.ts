import type { Citation } from './part.ts';
import type { Sealed } from './protocol.ts';
import type { Usage } from './usage.ts';

/**
 * What comes of a model, piece by piece; a whole answer is the same events at once. In order: `begin`, then for each item
 * `item`, its pieces, `item-end`; `usage` and `finish` wherever the upstream tells them; `end` last, or `failed`.
 */
export type ModelEvent =
  | {
      readonly kind: 'begin';
      readonly id: string;
      readonly model: string /** Seconds since the epoch. */;
      readonly createdAt?: number;
    }
  | {
      readonly kind: 'item';
      readonly item: number;
      readonly opens: Opened /** Of several answers, which. */;
      readonly answer?: number;
    }
  | { readonly kind: 'text'; readonly item: number; readonly text: string; readonly logprobs?: unknown }
  | { readonly kind: 'citation'; readonly item: number; readonly citation: Citation }
  | { readonly kind: 'refusal'; readonly item: number; readonly text: string }
  /** JSON of a tool's arguments, cut anywhere. */
  | { readonly kind: 'arguments'; readonly item: number; readonly json: string }
  | { readonly kind: 'sealed'; readonly item: number; readonly sealed: Sealed }
  /** What its protocol says about an item on the way, and no other has a word for. */
  | { readonly kind: 'foreign'; readonly item: number; readonly type: string; readonly value: unknown }
  | {
      readonly kind: 'item-end';
      readonly item: number /** Of a foreign item, as it stands at its end. */;
      readonly value?: unknown;
    }
  | { readonly kind: 'usage'; readonly usage: Usage }
  | {
      readonly kind: 'finish';
      readonly reason: FinishReason;
      readonly said?: string;
      readonly stopSequence?: string;
      /** Why the provider would not answer, in its words. */
      readonly explanation?: string;
      readonly answer?: number;
    }
  /** A sign of life that says nothing. */
  | { readonly kind: 'ping' }
  /** The upstream has said that this is all: without it an answer is a part, however whole it looks. */
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly failure: ModelFailure };

/** What an item is, as far as its beginning tells. */
export type Opened =
  | { readonly kind: 'message' }
  | {
      readonly kind: 'reasoning';
      readonly summary?: boolean /** Kept from all but its maker, so that no text comes. */;
      readonly redacted?: boolean;
    }
  | { readonly kind: 'tool-call'; readonly id: string; readonly name: string; readonly custom?: boolean }
  /** A call that the provider runs itself, or its result. */
  | { readonly kind: 'foreign'; readonly type: string; readonly value: unknown };

/** Why it ended; `said` is the provider's own word, where it says more. */
export type FinishReason = 'stop' | 'length' | 'tool-calls' | 'content-filter' | 'error';

/** An answer that is an error, in no protocol's form. */
export interface ModelFailure {
  /** As HTTP would say it. */
  readonly status: number;
  /** The provider's own word, such as `overloaded_error`. */
  readonly type?: string;
  readonly code?: string;
  /** For the caller; nothing of the upstream's address, key or host. */
  readonly message: string;
  /** Which field of the request is to blame. */
  readonly param?: string;
  /** Milliseconds. */
  readonly retryAfter?: number;
}

/** From here on nothing may be taken back: another target must not begin again what the caller has begun to read. */
export function commits(event: ModelEvent): boolean {
  switch (event.kind) {
    case 'text':
    case 'refusal':
    case 'arguments':
      return true;
    case 'item':
      return event.opens.kind === 'tool-call' || event.opens.kind === 'foreign';
    default:
      return false;
  }
}
