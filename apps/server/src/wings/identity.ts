import type { Configuration } from '@signet/contracts';
import { createIdentity, type Identity } from '@signet/identity';
import { fetchDocument } from '@signet/trust/fetch-document';
import { createAnnouncer } from '../revocations/announcer.ts';
import type { Ground } from './ground.ts';

/** The identity provider, on this node's stores. `configuration` is asked at each request. */
export function openIdentity(
  {
    settings,
    previousMasterKey,
    stores,
    ports,
    wake,
    reach,
    masterKey,
    clocks,
    random,
    recordRefusal,
    log,
  }: Ground,
  configuration: () => Configuration,
): Promise<Identity> {
  return createIdentity({
    ...stores,
    issuer: ports.issuer,
    configuration: () => configuration().identity,
    configuredClients: () => configuration().clients,
    apis: () => configuration().apis,
    roles: () => configuration().roles,
    announcer: createAnnouncer({ wake: () => wake.poke(), reach, log }),
    masterKey,
    ...(previousMasterKey === undefined ? {} : { previousMasterKey }),
    ...(settings.previousIssuer === undefined ? {} : { previousIssuer: settings.previousIssuer }),
    clocks,
    random,
    fetchDocument,
    reportFault: (error) => log.error({ err: error }, 'The identity provider goes on with what it knew'),
    recordRefusal,
  });
}
