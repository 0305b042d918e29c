import type { AuditDeed } from '@signet/contracts';
import { findPublished } from '@signet/control';
import type { Identity } from '@signet/identity';
import { createLogFeed } from '@signet/store';
import { readOwnTokenWords, type SharedSecret } from '@signet/trust';
import type { CertificatePairs } from '../certificates/secure-server.ts';
import { followApplied } from '../configuration/follow-applied.ts';
import { type LiveConfiguration, watchConfiguration } from '../configuration/live-configuration.ts';
import type { LoadedConfiguration } from '../configuration/read-file.ts';
import { refuseStoredClients } from '../configuration/refuse-stored-clients.ts';
import { createOpened, createReplay } from '../configuration/replay-records.ts';
import type { GatewayGroup } from '../gateways/gateway-group.ts';
import { gatewayKeys } from '../gateways/gateway-keys.ts';
import { gatewayPartOf, type LoadedForGateways } from '../gateways/loaded-for-gateways.ts';
import { openGroup } from '../gateways/open-group.ts';
import { followModelProviders } from '../model-providers/follow-model-providers.ts';
import { shadowedAmong } from '../model-providers/shadowed-among.ts';
import { type NodeDoor, openNodeDoor } from '../nodes/node-door.ts';
import type { Ground } from './ground.ts';

/** The gateways of this node, and the configuration that they follow. */
export interface GatewayWing {
  readonly group: GatewayGroup;
  /** Where gateway nodes connect to, if they may. */
  readonly nodes: NodeDoor | undefined;
  readonly configuration: LiveConfiguration;
  /** Lets the gateways of all nodes follow the providers of models that are kept now; never rejects. */
  followModelProviders(): Promise<void>;
  close(): Promise<void>;
}

type KnownIdentity = Pick<Identity, 'documents' | 'apiSecrets' | 'findApiKey' | 'revealToolToken'>;

/** How soon a revocation made on another node is known here when nothing pokes; also the feed's sign of life. */
const feedPollEvery = 1000;

/**
 * @param identity Of it the gateways learn what anyone may read, and what it shares with APIs.
 * @throws SignetError `port_taken`
 */
export async function openGateways(ground: Ground, identity: KnownIdentity): Promise<GatewayWing> {
  const { demo, composed, stores, wake, clocks, log } = ground;
  const { book } = ground.modelProviders;
  const followed = book.revision();
  await using opened = new AsyncDisposableStack();
  const group = opened.adopt(await groupOf(ground, identity), (each) => each.close());
  const nodes = await openNodes(ground, identity);
  if (nodes !== undefined) opened.adopt(nodes, (each) => each.close());
  const { gatewayCertificates } = ground;
  if (gatewayCertificates !== undefined) {
    const present = (pairs: CertificatePairs) => void group.present(pairs);
    opened.adopt(gatewayCertificates.follow(present, log), (each) => each.close());
  }
  const configuration = watchConfiguration({
    running: composed,
    history: stores.configurations,
    prepare: (next) => group.prepare(partOf(ground, next)),
    async swap(next) {
      await refuseStoredClients(next.configuration, stores.clients);
      await ground.secretKeeper.hold(next.configuration);
      await demo.follow(next.configuration);
      await group.swap(partOf(ground, next));
      await nodes?.swap(next);
      warnOfShadowed(ground, next);
    },
    replay: createReplay(ground.ports.issuer),
    opened: createOpened(ground.ports.issuer),
    poke: () => wake.poke(),
    wall: clocks.wall,
    log,
  });
  opened.adopt(configuration, (each) => each.close());
  opened.defer(followApplied(configuration, wake));
  const models = followModelProviders({
    ...{ book, followed, log },
    renew: () => configuration.renew(),
    onPoke: (look) => wake.onPoke(look),
  });
  opened.adopt(models, (each) => each.close());
  warnOfShadowed(ground, composed.loaded);
  const parts = opened.move();
  return {
    ...{ group, nodes, configuration },
    async followModelProviders() {
      await models.look();
      wake.poke();
    },
    close: () => parts.disposeAsync(),
  };
}

function partOf({ modelProviders }: Ground, loaded: LoadedConfiguration): LoadedForGateways {
  return gatewayPartOf(loaded, modelProviders.book);
}

/** Nobody is to wonder why a key that was given by command is not used. */
function warnOfShadowed({ modelProviders, log }: Ground, { configuration }: LoadedConfiguration): void {
  const names = shadowedAmong(modelProviders.book.added(), configuration.llm);
  if (names.length === 0) return;
  log.warn(
    { names },
    'Providers of models that were added by command do not count: the configuration has their names',
  );
}

/** @throws SignetError `port_taken`, `option_invalid`, `certificate_…` */
async function openNodes(ground: Ground, identity: KnownIdentity): Promise<NodeDoor | undefined> {
  const { settings, composed, ports, limiter, quotas, usedTokens, holds, reach, recorder, clocks, log } =
    ground;
  const { loaded } = composed;
  const { audit } = ground.stores;
  const { port, host = '127.0.0.1', files } = settings.node ?? {};
  if (files === undefined || port === undefined) return undefined;
  const services = {
    ...servicesOf(ground, identity),
    reach,
    limiter,
    quotas,
    usedTokens,
    holds,
    record: recorder.record,
    keep: recorder.keep,
    steady: clocks.steady,
    wall: clocks.wall,
  };
  const append = (deed: AuditDeed) => audit.append(deed);
  return openNodeDoor({
    ...{ at: { host, port }, files, issuer: ports.issuer, loaded, services, append, log },
    partOf: (next) => partOf(ground, next),
  });
}

function groupOf(ground: Ground, identity: KnownIdentity): Promise<GatewayGroup> {
  const { settings, secrets, ports, composed, reach, recorder, clocks, log } = ground;
  const { limiter, quotas, usedTokens, holds } = ground;
  const { role, workers, trustedProxies } = settings;
  const tls = ground.gatewayCertificates?.tls;
  const orders = { ...ports.gateway, issuer: ports.issuer, trustedProxies, tls, redisUrl: secrets.redisUrl };
  return openGroup(
    role === 'control' ? 0 : workers,
    { ...orders, loaded: partOf(ground, composed.loaded) },
    { ...servicesOf(ground, identity), reach, limiter, quotas, usedTokens, holds, recorder, clocks, log },
  );
}

/** What gateways are told, here and on other nodes. */
function servicesOf(ground: Ground, identity: KnownIdentity) {
  const { stores, wake, secretKeeper, modelProviders, clocks, log } = ground;
  return {
    ledger: stores.ledger,
    feed: createLogFeed(stores.revocations, {
      pollEveryMs: feedPollEvery,
      wake,
      onError: (error) => log.error({ err: error }, 'The revocation log cannot be read; it is tried again'),
    }),
    readOwnDocument: identity.documents.read,
    readSecrets: () => sharedBy(identity),
    readContextKeys: gatewayKeys(ground, clocks.wall),
    readHanded: async (words: string) => {
      const own = readOwnTokenWords(words);
      if (own !== undefined) return listed(await identity.revealToolToken(own));
      const added = modelProviders.book.reveal(words);
      return added === undefined ? secretKeeper.handed(words) : [added];
    },
    findApiKey: identity.findApiKey,
    findPrompt: findPublished(stores.prompts),
  };
}

function listed(token: string | undefined): readonly string[] {
  return token === undefined ? [] : [token];
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
