import type { Handlers } from '@signet/http';
import type { RehearsalAdministration } from '../ports/index.ts';

/** Another model, tried with what was asked before. */
export function rehearsalHandlers(
  rehearsals: RehearsalAdministration,
): Handlers<'listKeptCalls' | 'rehearseCall'> {
  return {
    listKeptCalls: ({ query }) => rehearsals.list(query),
    rehearseCall: ({ body }) => rehearsals.rehearse(body),
  };
}
