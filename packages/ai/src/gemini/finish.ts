import type { FinishReason } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';

const reasons: Readonly<Record<string, FinishReason>> = {
  STOP: 'stop',
  MAX_TOKENS: 'length',
  SAFETY: 'content-filter',
  RECITATION: 'content-filter',
  LANGUAGE: 'content-filter',
  BLOCKLIST: 'content-filter',
  PROHIBITED_CONTENT: 'content-filter',
  SPII: 'content-filter',
  IMAGE_SAFETY: 'content-filter',
  IMAGE_PROHIBITED_CONTENT: 'content-filter',
  IMAGE_RECITATION: 'content-filter',
  MALFORMED_FUNCTION_CALL: 'error',
  UNEXPECTED_TOOL_CALL: 'error',
  TOO_MANY_TOOL_CALLS: 'error',
  MISSING_THOUGHT_SIGNATURE: 'error',
  MALFORMED_RESPONSE: 'error',
};

/** Why it ended. Gemini says `STOP` of an answer that calls tools as well. */
export function readFinishReason(
  said: string,
  { called, losses }: { called: boolean; losses: Losses },
): FinishReason {
  const reason = Object.hasOwn(reasons, said) ? reasons[said] : undefined;
  if (reason === undefined) {
    const why = 'an unknown reason became a stop';
    losses.note({ path: 'candidates[].finishReason', of: 'answer', fate: 'emulated', reason: why });
  }
  return called && (reason ?? 'stop') === 'stop' ? 'tool-calls' : (reason ?? 'stop');
}

const words: Readonly<Record<FinishReason, string>> = {
  stop: 'STOP',
  'tool-calls': 'STOP',
  length: 'MAX_TOKENS',
  'content-filter': 'SAFETY',
  error: 'OTHER',
};

export function writeFinishReason(reason: FinishReason, said: string | undefined): string {
  return said !== undefined && Object.hasOwn(reasons, said) ? said : words[reason];
}
