import { ask, type Unanswered } from '../../../parts/session/ask-signet.ts';
import { currentLanguage } from '../../../ui/language/current-language.ts';
import type { Site } from './site.ts';

type Done<Value = object> = ({ readonly kind: 'done' } & Value) | Unanswered;

/** Has a link for a new password mailed, if there is such an account: which, the answer does not say. */
export async function forgetPassword(site: Site, name: string): Promise<Done> {
  const answer = await ask(site, 'forgetPassword', { name, language: currentLanguage() });
  return answer.kind === 'answered' ? { kind: 'done' } : answer;
}

/** Sets a new password by the token of a link. Signs nobody in. */
export async function resetPassword(site: Site, token: string, newPassword: string): Promise<Done> {
  const answer = await ask(site, 'resetPassword', { token, newPassword });
  return answer.kind === 'answered' ? { kind: 'done' } : answer;
}

/** Confirms the address that the link of this token was mailed to. */
export async function confirmEmail(site: Site, token: string): Promise<Done<{ readonly email: string }>> {
  const answer = await ask(site, 'confirmEmail', { token });
  if (answer.kind !== 'answered') return answer;
  const { email } = answer.body;
  return typeof email === 'string' ? { kind: 'done', email: email.slice(0, 320) } : { kind: 'nobody' };
}

/** What stands behind the `#` of the page's address: it travels in no request, and stands in no log on the way. */
export function mailedToken(hash: string): string {
  return /^#([\w-]{43})$/.exec(hash)?.[1] ?? 'A'.repeat(43);
}
