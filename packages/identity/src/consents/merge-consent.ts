import type { Consent, GivenConsent } from '../ports/consents.ts';

/**
 * What was agreed to before stays beside what is agreed to now, unless the app has become another one since: by its name, or
 * by an address at which it could not be answered then.
 */
export function mergeConsent(before: Consent | undefined, given: GivenConsent): Consent {
  if (before === undefined || !isSameApp(before, given)) return given;
  return { ...before, scopes: [...new Set([...before.scopes, ...given.scopes])], seen: given.seen };
}

function isSameApp({ seen: before }: Consent, { seen: now }: GivenConsent): boolean {
  return before.name === now.name && now.redirectUris.every((uri) => before.redirectUris.includes(uri));
}
