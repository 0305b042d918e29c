import type { Unanswered } from '../../../parts/session/ask-signet.ts';

/** The link is good for nothing any more, whatever is tried with it. */
export function isOver(fault: Unanswered | undefined): boolean {
  return fault?.kind === 'refused' && fault.refusal.known === 'link_unusable';
}
