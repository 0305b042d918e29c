import type { ModelFailure } from '@signet/ai';

/** Where a question goes that was not answered. */
export type Next = 'same-key' | 'next-key' | 'next-target' | 'nobody';

/** What a failure says of the key by which was asked; nothing, where others may bring it about. */
export type KeyBlow = 'cooling' | 'over-quota' | 'expired' | 'dead';

export interface Verdict {
  readonly next: Next;
  readonly blow?: KeyBlow;
  /** Nothing came in time. */
  readonly tooSlow?: true;
  /** For the record, behind `openai/gpt-5.6`: no word of the provider's own. */
  readonly because: string;
}

/** What is known of an attempt that has failed. */
export interface Failed {
  /** Of HTTP; undefined where no answer came. */
  readonly status: number | undefined;
  /** What the provider said; undefined where it said nothing, or nothing that could be read. */
  readonly failure: ModelFailure | undefined;
  /** It took longer than it may: asking the same again would take as long. */
  readonly tooSlow: boolean;
}

const overQuota = /insufficient_quota|billing|quota_exceeded|exceeded_current_quota/i;
const context = /context_length|context_window|request_too_large|string_above_max_length/i;
const policy = /content_policy|content_filter|moderation_blocked/i;
/** Anthropic and Gemini have no code for it: their sentences begin so. */
const contextSentence = /^(?:prompt is too long|input is too long|the input token count)/i;
/** Gemini answers 400 for a key that it does not take. */
const keySentence = /^api key (expired|not valid|not found)/i;

/**
 * The table of retries and fallbacks: network and 5xx ask the same key again, 429 the next key, 401, 402 and 403 the next key
 * at once, what is too long or not wanted there another target; a request that is wrong is so for everybody.
 */
export function afterFailure({ status, failure, tooSlow }: Failed): Verdict {
  if (tooSlow) return { next: 'next-target', tooSlow: true, because: 'took too long' };
  const said = failure?.status ?? status;
  if (said === undefined) return { next: 'same-key', because: 'could not be reached, or broke off' };
  const words = `${failure?.code ?? ''} ${failure?.type ?? ''}`;
  if (said === 402 || (said === 429 && overQuota.test(words)))
    return { next: 'next-key', blow: 'over-quota', because: 'has no quota left for the key' };
  if (said === 429) return { next: 'next-key', blow: 'cooling', because: 'was asked too often by the key' };
  if (said === 401) return { next: 'next-key', blow: 'dead', because: 'does not take the key' };
  // Whoever asks for what a key may not do must not take the key away from others.
  if (said === 403) return { next: 'next-key', because: 'does not let the key do this' };
  if (said === 400 || said === 413) return afterRefusal(said, words, failure?.message ?? '');
  if (said === 408 || said === 409 || said >= 500) return { next: 'same-key', because: `answered ${said}` };
  return { next: 'nobody', because: `answered ${said}` };
}

function afterRefusal(status: number, words: string, sentence: string): Verdict {
  if (status === 413 || context.test(words) || contextSentence.test(sentence))
    return { next: 'next-target', because: 'has no room for so long a request' };
  if (policy.test(words)) return { next: 'next-target', because: 'does not answer this by its policy' };
  const key = keySentence.exec(sentence)?.[1]?.toLowerCase();
  if (key === 'expired')
    return { next: 'next-key', blow: 'expired', because: 'says that the key has expired' };
  if (key !== undefined) return { next: 'next-key', blow: 'dead', because: 'does not take the key' };
  return { next: 'nobody', because: `answered ${status}` };
}

/**
 * Milliseconds before the same is asked again: longer each time, spread out so that not all come at once; what the provider
 * says counts, where it is more.
 * @param round the first is 0
 */
export function pauseBefore(round: number, told: number | undefined, random: () => number): number {
  const longest = 200 * 2 ** Math.min(round, 4);
  return Math.max(told ?? 0, Math.round(longest / 2 + (longest / 2) * random()));
}

/** Milliseconds that a caller is let wait for the same once more; beyond it somebody else is asked. */
export const mostPatience = 5_000;
