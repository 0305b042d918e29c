import { ask, type Unanswered } from '../../../parts/session/ask-signet.ts';
import { currentLanguage } from '../../../ui/language/current-language.ts';
import type { Site } from './site.ts';

type Done<Value = object> = ({ readonly kind: 'done' } & Value) | Unanswered;

/** Has a link mailed to make an account by; what is answered says nothing of the address. */
export async function register(site: Site, email: string, interaction: string | undefined): Promise<Done> {
  const begun = interaction === undefined ? {} : { interaction };
  const answer = await ask(site, 'register', { email, language: currentLanguage(), ...begun });
  return answer.kind === 'answered' ? { kind: 'done' } : answer;
}

/** Makes the account of who holds the link. Signs nobody in. */
export async function completeRegistration(
  site: Site,
  given: { readonly token: string; readonly username: string; readonly password: string },
): Promise<Done<{ readonly username: string; readonly signInAt: string }>> {
  const answer = await ask(site, 'completeRegistration', given);
  if (answer.kind !== 'answered') return answer;
  const { username, interaction } = answer.body;
  if (typeof username !== 'string') return { kind: 'nobody' };
  return { kind: 'done', username: username.slice(0, 64), signInAt: signInAddress(interaction) };
}

/** Where the registration is asked for that an app's sign-in goes on after, if one waits at this path. */
export function registrationAddress(uid: string | undefined): string {
  return uid === undefined ? '/account/register' : `/account/register?for=${uid}`;
}

/** The sign-in of the app that waits, as the address of the page names it. */
export function waitingSignIn(search: string): string | undefined {
  return idOf(new URLSearchParams(search).get('for'));
}

export function signInAddress(interaction: unknown): string {
  const uid = idOf(interaction);
  return uid === undefined ? '/account' : `/signin/${uid}`;
}

function idOf(given: unknown): string | undefined {
  return typeof given === 'string' && /^[\w-]{1,128}$/.test(given) ? given : undefined;
}
