import type { Identity } from '@signet/identity';
import { createLogFeed } from '@signet/store';
import type { SharedSecret } from '@signet/trust';
import type { CertificatePairs } from '../certificates/secure-server.ts';
import { followApplied } from '../configuration/follow-applied.ts';
import { type LiveConfiguration, watchConfiguration } from '../configuration/live-configuration.ts';
import { refuseStoredClients } from '../configuration/refuse-stored-clients.ts';
import { createReplay } from '../configuration/replay-records.ts';
import type { GatewayGroup } from '../gateways/gateway-group.ts';
import { openGroup } from '../gateways/open-group.ts';
import type { Ground } from './ground.ts';

/** The gateways of this node, and the configuration that they follow. */
export interface GatewayWing {
  readonly group: GatewayGroup;
  readonly configuration: LiveConfiguration;
  close(): Promise<void>;
}

type KnownIdentity = Pick<Identity, 'documents' | 'apiSecrets' | 'findApiKey'>;

/** How soon a revocation made on another node is known here when nothing pokes; also the feed's sign of life. */
const feedPollEvery = 1000;

/**
 * @param identity Of it the gateways learn what anyone may read, and what it shares with APIs.
 * @throws SignetError `port_taken`
 */
export async function openGateways(ground: Ground, identity: KnownIdentity): Promise<GatewayWing> {
  const { demo, composed, stores, wake, clocks, log } = ground;
  await using opened = new AsyncDisposableStack();
  const group = opened.adopt(await groupOf(ground, identity), (each) => each.close());
  const { gatewayCertificates } = ground;
  if (gatewayCertificates !== undefined) {
    const present = (pairs: CertificatePairs) => void group.present(pairs);
    opened.adopt(gatewayCertificates.follow(present, log), (each) => each.close());
  }
  const configuration = watchConfiguration({
    running: composed,
    history: stores.configurations,
    prepare: (next) => group.prepare(next),
    async swap(next) {
      await refuseStoredClients(next.configuration, stores.clients);
      await ground.secretKeeper.hold(next.configuration);
      await demo.follow(next.configuration);
      await group.swap(next);
    },
    replay: createReplay(ground.ports.issuer),
    poke: () => wake.poke(),
    wall: clocks.wall,
    log,
  });
  opened.adopt(configuration, (each) => each.close());
  opened.defer(followApplied(configuration, wake));
  const parts = opened.move();
  return { group, configuration, close: () => parts.disposeAsync() };
}

function groupOf(ground: Ground, identity: KnownIdentity): Promise<GatewayGroup> {
  const { settings, secrets, ports, composed, stores, wake, reach, recorder, clocks, log } = ground;
  const { limiter, quotas, usedTokens, holds } = ground;
  const { workers, trustedProxies } = settings;
  const tls = ground.gatewayCertificates?.tls;
  const feed = createLogFeed(stores.revocations, {
    pollEveryMs: feedPollEvery,
    wake,
    onError: (error) => log.error({ err: error }, 'The revocation log cannot be read; it is tried again'),
  });
  const readOwnDocument = identity.documents.read;
  const readSecrets = () => sharedBy(identity);
  const readHanded = async (reference: string) => ground.secretKeeper.handed(reference);
  return openGroup(
    workers,
    {
      ...ports.gateway,
      issuer: ports.issuer,
      trustedProxies,
      loaded: composed.loaded,
      tls,
      redisUrl: secrets.redisUrl,
    },
    {
      ...{ feed, reach, limiter, quotas, usedTokens, holds, recorder, clocks, log },
      ...{ readOwnDocument, readSecrets, readHanded, findApiKey: identity.findApiKey },
    },
  );
}

async function sharedBy({ apiSecrets }: KnownIdentity): Promise<readonly SharedSecret[]> {
  const believed = await apiSecrets.believed();
  return believed.map(({ audience, kid, algorithm, reveal }) => ({
    audience,
    kid,
    algorithm,
    secret: reveal(),
  }));
}
