import type { FinishReason } from '../model/event.ts';

export interface ToldFinish {
  readonly reason: FinishReason;
  readonly said?: string;
}

/** Why an answer ended; `reason` is that of `incomplete_details`. */
export function readFinish(reason: string | undefined, hasCalls: boolean): ToldFinish {
  if (reason === undefined) return { reason: hasCalls ? 'tool-calls' : 'stop' };
  if (reason === 'max_output_tokens') return { reason: 'length' };
  if (reason === 'content_filter') return { reason: 'content-filter' };
  return { reason: 'length', said: reason };
}

/** The status of a response, and what it says of its incompleteness. */
export interface ResponseEnd {
  readonly status: 'completed' | 'incomplete';
  readonly incomplete_details: { readonly reason: string } | null;
}

export function writeFinish(reason: FinishReason): ResponseEnd {
  switch (reason) {
    case 'length':
      return { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } };
    case 'content-filter':
      return { status: 'incomplete', incomplete_details: { reason: 'content_filter' } };
    default:
      return { status: 'completed', incomplete_details: null };
  }
}
