import type { FinishReason, ModelEvent } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';

type Finish = Extract<ModelEvent, { readonly kind: 'finish' }>;

const reasons: Readonly<Record<string, FinishReason>> = {
  end_turn: 'stop',
  stop_sequence: 'stop',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  tool_use: 'tool-calls',
  refusal: 'content-filter',
  pause_turn: 'stop',
  compaction: 'stop',
};

/** Those that ask for more than the end of a turn: another protocol takes them for the end. */
const unlikeAnEnd = new Set(['pause_turn', 'compaction']);

/** Why it ended, as the model says it. */
export function readStopReason(said: string, losses: Losses): FinishReason {
  const known = Object.hasOwn(reasons, said) ? reasons[said] : undefined;
  if (known === undefined || unlikeAnEnd.has(said)) {
    const reason = `${known === undefined ? 'an unknown reason' : said} became a stop`;
    losses.note({ path: 'stop_reason', of: 'answer', fate: 'emulated', reason });
  }
  return known ?? 'stop';
}

const words: Readonly<Record<Exclude<FinishReason, 'error'>, string>> = {
  stop: 'end_turn',
  length: 'max_tokens',
  'tool-calls': 'tool_use',
  'content-filter': 'refusal',
};

/** In Anthropic's words; undefined for an answer that is an error, for which it has none. */
export function writeStopReason({ reason, said, stopSequence }: Finish): string | undefined {
  if (said !== undefined && Object.hasOwn(reasons, said) && reasons[said] === reason) return said;
  if (reason === 'error') return undefined;
  return stopSequence !== undefined && reason === 'stop' ? 'stop_sequence' : words[reason];
}

export interface StopDetails {
  readonly type: 'refusal';
  readonly category: null;
  readonly explanation: string;
}

export function writeStopDetails({ reason, explanation }: Finish): StopDetails | null {
  if (reason !== 'content-filter' || explanation === undefined) return null;
  return { type: 'refusal', category: null, explanation };
}
