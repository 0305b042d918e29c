import { accountAudience } from '@signet/contracts';
import { ask, type Credentials, type Unanswered } from '../../../parts/session/ask-signet.ts';
import { currentLanguage } from '../../../ui/language/current-language.ts';
import { screenOf } from './place.ts';
import { readToken, type SignedIn } from './sign-in.ts';
import type { Site } from './site.ts';

/** Behind the `#` of the page to which the browser comes back from a provider. */
const backHash = '#provider';

export function isBack(): boolean {
  return location.hash === backHash;
}

/** So that the page, opened anew, does not ask again. */
export function forgetWay(): void {
  history.replaceState(null, '', location.pathname + location.search);
}

/** Where the provider signs the person in, for what waits at this page. */
export async function beginAt(
  site: Site,
  provider: string,
): Promise<{ readonly kind: 'goes-on'; readonly address: string } | Unanswered> {
  const screen = screenOf(location.pathname);
  const waits = screen.name === 'interaction' ? { interaction: screen.uid } : {};
  const answer = await ask({ ...site, keepsCookies: true }, 'beginProvider', { provider, ...waits });
  if (answer.kind !== 'answered') return answer;
  const { redirectTo } = answer.body;
  const address = typeof redirectTo === 'string' ? URL.parse(redirectTo) : null;
  // No script, whatever came.
  return address !== null && /^https?:$/.test(address.protocol)
    ? { kind: 'goes-on', address: address.href }
    : { kind: 'nobody' };
}

/** Signs in whom the provider signed in. @param beside the second factor, once it was asked for */
export async function finishHere(
  site: Site,
  beside: Pick<Credentials, 'code' | 'passkey' | 'enrolment'> = {},
): Promise<SignedIn | Unanswered> {
  const answer = await ask({ ...site, keepsCookies: true }, 'finishProvider', {
    audience: accountAudience(site.origin),
    language: currentLanguage(),
    ...beside,
  });
  return answer.kind === 'answered' ? readToken(answer.body) : answer;
}
