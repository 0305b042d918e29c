import { once } from 'node:events';
import type { Server } from 'node:http';
import { deriveOperatorKey } from '@signet/contracts';
import { createControl } from '@signet/control';
import { createIdentity } from '@signet/identity';
import { createLogFeed } from '@signet/store';
import { openStores } from './adapters/open-stores.ts';
import { openSharedState } from './adapters/shared-state.ts';
import { writeFirstConfiguration } from './configuration/first-configuration.ts';
import { type LiveConfiguration, watchConfiguration } from './configuration/live-configuration.ts';
import { readConfigurationFile } from './configuration/read-file.ts';
import { openControlApp } from './control-server/control-app.ts';
import { createDemoUpstream } from './demo/demo-upstream.ts';
import { seedAccounts } from './demo/seed-accounts.ts';
import type { GatewayGroup } from './gateways/gateway-group.ts';
import { gatewayPlace } from './gateways/gateway-place.ts';
import { openGroup } from './gateways/open-group.ts';
import type { Logger } from './logging/logger.ts';
import type { Options } from './options/options.ts';
import { createRecordWriter, freshRecords } from './records/record-writer.ts';
import { createAnnouncer } from './revocations/announcer.ts';
import { createReach } from './revocations/reach.ts';
import { prepareDataFolder } from './startup/data-folder.ts';
import { lockDataFolder } from './startup/data-folder-lock.ts';
import { localAddress } from './startup/local-address.ts';
import { openMasterKey } from './startup/master-key.ts';
import { findPort, portOf, reservePort } from './startup/reserve-port.ts';
import { removeRunningFile, writeRunningFile } from './startup/running-file.ts';
import type { Started } from './startup/startup-message.ts';

/** A Signet that answers. */
export interface RunningSignet extends Started {
  readonly gateways: GatewayGroup;
  readonly configuration: LiveConfiguration;
  /** Stops accepting, finishes what is under way, writes what is still to be written, lets go of everything. */
  close(): Promise<void>;
}

/** What a start needs besides its options. */
export interface StartHost {
  readonly log: Logger;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
  /** Where a new demo's echo server should listen; 0 lets the system choose. */
  readonly echoPort: number;
  /** Answers the folder with the built web app; asked once the start cannot fail for want of a port or a folder. */
  readonly webFolder: () => Promise<string>;
}

/**
 * Starts everything, in the order in which failures are cheapest: nothing durable is written before the ports are
 * ours and the configuration is sound, and whatever was opened is closed again when a later step fails.
 * @throws SignetError with a code of `StartupCode` and what to do about it
 */
export async function start({ settings, secrets }: Options, host: StartHost): Promise<RunningSignet> {
  const { log, clock, random } = host;
  const { dataFolder, workers } = settings;
  await using opened = new AsyncDisposableStack();

  prepareDataFolder(dataFolder);
  const lock = lockDataFolder(dataFolder);
  opened.defer(() => lock.release());

  const server = await reservePort({ ...controlPlace, host: settings.host, port: settings.port });
  opened.defer(() => closeServer(server));
  const issuer = settings.issuer ?? `http://localhost:${portOf(server)}`;
  const gatewayPort = await findPort({ ...gatewayPlace, host: settings.host, port: settings.gatewayPort });
  const gatewayOrigin = settings.gatewayOrigin ?? `http://localhost:${gatewayPort}`;

  const demo = createDemoUpstream(await writeFirstConfiguration(settings, gatewayOrigin, host.echoPort));
  opened.defer(() => demo.close());
  const loaded = await readConfigurationFile(settings.configurationFile);
  await demo.follow(loaded.configuration);

  const { stores, database } = await openStores(settings, secrets, log);
  opened.defer(() => database.close());
  const sealedKeys = await stores.signingKeys.list();
  const masterKey = secrets.masterKey ?? openMasterKey(dataFolder, sealedKeys.length);
  const shared = await openSharedState(secrets.redisUrl, log);
  opened.defer(() => shared.close());
  const { limiter, wake } = shared;
  const reach = createReach();
  const feed = createLogFeed(stores.revocations, {
    pollEveryMs: feedPollEvery,
    wake,
    onError: feedFailed(log),
  });
  const recorder = createRecordWriter(stores.records, log);
  opened.defer(() => recorder.close());

  let configuration: LiveConfiguration | undefined;
  let gateways: GatewayGroup | undefined;
  const identity = await createIdentity({
    ...stores,
    issuer,
    configuration: () => (configuration?.running() ?? loaded).configuration.identity,
    announcer: createAnnouncer({ wake: () => wake.poke(), reach, log }),
    masterKey,
    clock,
    random,
  });
  const control = await createControl({
    issuer,
    records: freshRecords(stores.records, async () => gateways?.flush()),
    accounts: identity.accounts,
    revoker: identity,
    operatorKey: await deriveOperatorKey(masterKey),
    verifyAccessToken: identity.verifyAccessToken,
    state: {
      configuration: () => live.state(),
      gateways: async () => (await gateways?.states()) ?? [],
    },
    clock,
  });
  const routes = [identity.routes, control.routes];
  const app = await openControlApp({ server, issuer, webFolder: await host.webFolder(), routes, log });
  opened.defer(() => app.close());

  // The gateway learns the keys of the house over HTTP, so the identity provider answers before it.
  const group = await openGroup(
    workers,
    { host: settings.host, port: gatewayPort, issuer, loaded, ...redisOf(secrets) },
    { feed, reach, limiter, recorder, log },
  );
  gateways = group;
  opened.defer(() => group.close());

  const live = watchConfiguration({
    file: settings.configurationFile,
    running: loaded,
    async swap(next) {
      await demo.follow(next.configuration);
      await group.swap(next);
    },
    clock,
    log,
  });
  configuration = live;
  opened.defer(() => live.close());

  const credentials = await seedAccounts(identity.accounts, {
    demo: loaded.configuration.demo !== undefined,
    random,
  });
  const gateway = localAddress(settings.host, gatewayPort);
  writeRunningFile(dataFolder, {
    control: localAddress(settings.host, portOf(server)),
    gateway,
    issuer,
    processId: process.pid,
  });
  opened.defer(() => removeRunningFile(dataFolder));
  log.info({ issuer, gateway: gatewayOrigin, workers, dataFolder }, 'Signet is running');

  const closing = opened.move();
  return {
    ...settings,
    web: issuer,
    gateway: gatewayOrigin,
    credentials,
    gateways: group,
    configuration: live,
    close: () => closing.disposeAsync(),
  };
}

/** How soon a revocation made on another node is known here when nothing pokes; also the feed's sign of life. */
const feedPollEvery = 1000;

function feedFailed(log: Logger): (error: unknown) => void {
  return (error) => log.error({ err: error }, 'The revocation log cannot be read; it is tried again');
}

const controlPlace = {
  what: 'The web app and the identity provider',
  option: '`--port PORT` or SIGNET_PORT',
} as const;

function redisOf({ redisUrl }: Options['secrets']): { readonly redisUrl?: string } {
  return redisUrl === undefined ? {} : { redisUrl };
}

async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
