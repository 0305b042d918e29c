import type { Handlers } from '@signet/http';
import type { RehearsalAdministration } from '../ports/index.ts';

/** Another model, tried with what was asked before. */
export function rehearsalHandlers(
  rehearsals: RehearsalAdministration,
): Handlers<'listKeptCalls' | 'purgeKeptCalls' | 'rehearseCall'> {
  return {
    listKeptCalls: ({ query }) => rehearsals.list(query),
    purgeKeptCalls: ({ body }) => rehearsals.purge(body),
    rehearseCall: ({ body }) => rehearsals.rehearse(body),
  };
}
