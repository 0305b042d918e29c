import { mostCharacters } from '../../../parts/explanation/model/most-characters.ts';

/** A refused request that is to be looked at: pasted by the reader, or brought by the address of the page. */
export type Arrival =
  /** A reference, a problem document, a challenge or a whole answer. */
  | { readonly kind: 'text'; readonly text: string }
  /** An explanation that came with a link: whoever made the link chose what it says. */
  | { readonly kind: 'link'; readonly carried: string };

const reference = /^req_[0-9a-hjkmnp-tv-z]{26}$/;
/** RFC 9110 §11.6.1: a scheme and parameters. A token behind `Bearer` has no `=` and quote in it. */
const challenge = /^(?:www-authenticate\s*:\s*)?(?:bearer|dpop)\s+[a-z_]+\s*=\s*"/i;
const answer = /^HTTP\/[\d.]+ \d{3}\b|^signet-reference\s*:/im;
const problem = /"type"\s*:\s*"https?:\/\/[^"/?#]+\/errors\/\w+"|"reference"\s*:\s*"req_/;

/** Whether a pasted text is a refusal and no token: cheap, as it is asked at each change of the token. */
export function isRefusal(text: string): boolean {
  if (text.length > mostCharacters) return false;
  const trimmed = text.trim();
  if (trimmed.startsWith('{')) return problem.test(trimmed);
  return (
    reference.test(trimmed) ||
    challenge.test(trimmed) ||
    (/^(?:HTTP|signet-|www-)/i.test(trimmed) && answer.test(trimmed))
  );
}

/**
 * What the fragment of an address brings. `reference=` holds a reference and nothing else; `explanation=` what
 * `signet explain --link` made. Other parameters beside them are left unread.
 */
export function readArrival(fragment: string): Arrival | undefined {
  if (fragment.length > mostCharacters) return undefined;
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const carried = parameters.get('explanation');
  if (carried !== null) return { kind: 'link', carried };
  const text = parameters.get('reference')?.trim();
  return text !== undefined && reference.test(text) ? { kind: 'text', text } : undefined;
}
