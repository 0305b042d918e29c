import type { StepName } from '@signet/contracts';
import type { Journey } from '../journey.ts';

type Note = (journey: Journey) => string | undefined;

/** What a step that passed has to say for itself. */
const notes: Partial<Record<StepName, Note>> = {
  'read-request': ({ dropped }) => dropped?.note,
  'match-route': ({ route }) => (route === undefined ? undefined : `Route ${route.id}`),
  'extract-token': () => 'One bearer token in Authorization',
  'verify-token': ({ token }) => `Signed by ${token?.issuer} with ${String(token?.header.alg)}`,
  'check-revocation': () => 'Not revoked',
  authorize: ({ route }) =>
    route?.kind === 'protected' && route.scope !== '' ? `Carries the scopes ${route.scope}` : undefined,
  limit: ({ route }) => (route?.limits.length === 0 ? 'The route has no limit' : 'Room in every budget'),
  forward: ({ upstream, status, keptBackCookie }) => {
    const answered = `${upstream?.name} at ${upstream?.target} answered ${status}`;
    return keptBackCookie ? `${answered}; the cookie of sign-in it set was not passed on` : answered;
  },
};

export function okNote(step: StepName, journey: Journey): { readonly note?: string } {
  const note = notes[step]?.(journey);
  return note === undefined ? {} : { note };
}
