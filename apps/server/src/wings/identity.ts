import type { Configuration } from '@signet/contracts';
import { createIdentity, type Identity } from '@signet/identity';
import { askServer } from '@signet/trust/ask-server';
import { fetchDocument } from '@signet/trust/fetch-document';
import { sendForm } from '@signet/trust/send-form';
import { createAnnouncer } from '../revocations/announcer.ts';
import { createDeclaredClients } from '../secrets/client-secrets.ts';
import type { Ground } from './ground.ts';

/** The identity provider, on this node's stores. `configuration` is asked at each request, `onMailAsked` told of each mail that is to be sent. */
export function openIdentity(
  {
    settings,
    previousMasterKey,
    signer,
    stores,
    ports,
    wake,
    reach,
    post,
    secretKeeper,
    certificateDoor,
    places,
    masterKey,
    clocks,
    random,
    recordRefusal,
    log,
  }: Ground,
  configuration: () => Configuration,
  onMailAsked: () => void,
): Promise<Identity> {
  return createIdentity({
    ...stores,
    issuer: ports.issuer,
    configuration: () => configuration().identity,
    configuredClients: createDeclaredClients(() => configuration().clients, secretKeeper),
    apis: () => configuration().apis,
    roles: () => configuration().roles,
    groups: () => configuration().groups,
    announcer: createAnnouncer({ wake: () => wake.poke(), reach, log }),
    followers: reach.apps,
    masterKey,
    ...(previousMasterKey === undefined ? {} : { previousMasterKey }),
    ...(signer === undefined ? {} : { signer }),
    ...(settings.previousIssuer === undefined ? {} : { previousIssuer: settings.previousIssuer }),
    mail: { ...post, siteName: () => configuration().brand.name, onAsked: onMailAsked },
    clocks,
    random,
    fetchDocument,
    sendForm,
    askServer,
    revealSecret: secretKeeper.reveal,
    acceptedSecrets: secretKeeper.accepted,
    toolServers: () => takingOwnTokens(configuration()),
    ...(certificateDoor === undefined ? {} : { certificateDoor }),
    ...(places === undefined ? {} : { placeOf: places.placeOf }),
    reportFault: (error) => log.error({ err: error }, 'The identity provider goes on with what it knew'),
    recordRefusal,
  });
}

/** The servers of tools to which people give tokens of their own. */
function takingOwnTokens({ mcp }: Configuration): readonly { readonly name: string; readonly url: string }[] {
  return Object.entries(mcp.servers).flatMap(([name, { url, credential }]) =>
    credential === 'sealed' ? [{ name, url }] : [],
  );
}
