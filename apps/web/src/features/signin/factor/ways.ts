import type { Unanswered } from '../../../parts/session/ask-signet.ts';

/** What somebody may show beside their password; a recovery code is good beside each. */
export type Ways = 'code' | 'passkey' | 'either';

/** As the server asked for it; undefined where it asked for something else, or for nothing. */
export function waysAsked(answer: { readonly kind: string } | Unanswered): Ways | undefined {
  if (!('refusal' in answer) || answer.refusal.known !== 'second_factor_required') return undefined;
  const { variant } = answer.refusal;
  return variant === 'passkey' || variant === 'either' ? variant : 'code';
}
