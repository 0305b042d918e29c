import type { RegisteredClient } from '../../clients/registered-client.ts';
import type { Account, ConsentPlace } from '../../ports/index.ts';
import { askedAudience } from '../asked-audience.ts';
import type { OpenInteraction } from './open-interaction.ts';

/** For what the person is asked to agree, as the engine looks it up when the browser is back. */
export function consentPlace(
  { audience, organization }: OpenInteraction,
  { id: accountId }: Account,
  client: RegisteredClient,
): ConsentPlace {
  return {
    accountId,
    clientId: client.id,
    audience: askedAudience({ resource: audience }, client),
    ...(organization === undefined ? {} : { organization }),
  };
}
