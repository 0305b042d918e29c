import type { ConsentPlace, Grant } from '../ports/index.ts';

/** For what the person agreed when this was granted; of `all` scopes an app is the one of the house. */
export function placeOfGrant({ accountId, clientId, audiences, organization }: Grant): ConsentPlace {
  const of = organization === undefined ? {} : { organization };
  return { accountId, clientId, audience: audiences[0], ...of };
}
