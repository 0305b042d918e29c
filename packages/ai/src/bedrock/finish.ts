import type { FinishReason, ModelEvent } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';

export type Finish = Extract<ModelEvent, { readonly kind: 'finish' }>;

const reasons: Readonly<Record<string, FinishReason>> = {
  end_turn: 'stop',
  stop_sequence: 'stop',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  tool_use: 'tool-calls',
  guardrail_intervened: 'content-filter',
  content_filtered: 'content-filter',
  refusal: 'content-filter',
  malformed_model_output: 'error',
  malformed_tool_use: 'error',
};

/** Why it ended, as the model says it. */
export function readFinish(said: string, stopSequence: string | undefined, losses: Losses): Finish {
  const known = Object.hasOwn(reasons, said) ? reasons[said] : undefined;
  if (known === undefined) {
    const reason = 'an unknown reason became a stop';
    losses.note({ path: 'stopReason', of: 'answer', fate: 'emulated', reason });
  }
  const finish = { kind: 'finish', reason: known ?? 'stop', said } as const;
  return stopSequence === undefined ? finish : { ...finish, stopSequence };
}
