import type { StopDetails } from './finish.ts';

/** One event of a stream of Anthropic's. */
export type WireEvent =
  | { readonly type: 'message_start'; readonly message: WireMessage }
  | { readonly type: 'content_block_start'; readonly index: number; readonly content_block: WireBlock }
  | { readonly type: 'content_block_delta'; readonly index: number; readonly delta: WireBlock }
  | { readonly type: 'content_block_stop'; readonly index: number }
  | {
      readonly type: 'message_delta';
      readonly delta: WireEnd;
      readonly usage: Readonly<Record<string, unknown>>;
    }
  | { readonly type: 'message_stop' }
  | { readonly type: 'ping' }
  | { readonly type: 'error'; readonly error: { readonly type: string; readonly message: string } };

export interface WireEnd {
  readonly stop_reason: string;
  readonly stop_sequence: string | null;
  readonly stop_details?: StopDetails;
}

/** A block of content, or a piece of one. */
export interface WireBlock {
  readonly type: string;
  readonly [name: string]: unknown;
}

export interface WireMessage {
  readonly id: string;
  readonly type: 'message';
  readonly role: 'assistant';
  readonly model: string;
  readonly content: readonly WireBlock[];
  readonly stop_reason: string | null;
  readonly stop_sequence: string | null;
  readonly usage: Readonly<Record<string, unknown>>;
}
