import { accountAudience } from '@signet/contracts';
import { ask, type Credentials, type Unanswered } from '../../../parts/session/ask-signet.ts';
import { currentLanguage } from '../../../ui/language/current-language.ts';
import { screenOf } from './place.ts';
import { readToken, type SignedIn } from './sign-in.ts';
import type { Site } from './site.ts';

/** What the mail says, in one of its two ways. */
export type FromMail = { readonly mailCode: string } | { readonly link: string };

/** What stands behind the `#` where somebody follows the link of a mail; it travels in no request of the page itself. */
export function mailedLink(): string | undefined {
  return /^#mail\.([\w-]{43})$/.exec(location.hash)?.[1];
}

/** Has a code and a link mailed, for what waits at this page. What is answered says nothing of the name. */
export async function askForMail(site: Site, name: string): Promise<{ readonly kind: 'done' } | Unanswered> {
  const screen = screenOf(location.pathname);
  const waits = screen.name === 'interaction' ? { interaction: screen.uid } : {};
  const asking = { ...site, keepsCookies: true };
  const answer = await ask(asking, 'beginEmailSignIn', { name, language: currentLanguage(), ...waits });
  return answer.kind === 'answered' ? { kind: 'done' } : answer;
}

/** Signs in who shows what was mailed. @param beside the second factor, once it was asked for */
export async function finishByMail(
  site: Site,
  given: FromMail,
  beside: Pick<Credentials, 'code' | 'passkey' | 'enrolment'> = {},
): Promise<SignedIn | Unanswered> {
  const answer = await ask({ ...site, keepsCookies: true }, 'finishEmailSignIn', {
    audience: accountAudience(site.origin),
    ...given,
    ...beside,
  });
  return answer.kind === 'answered' ? readToken(answer.body) : answer;
}
