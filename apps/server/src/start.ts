import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { type Clocks, WatchedClocks } from '@signet/contracts';
import { createModelProviderBook } from '@signet/control';
import { createModelProviderSealer } from '@signet/identity';
import type { PostgresDeadlines } from '@signet/store';
import { openStores } from './adapters/open-stores.ts';
import { openSharedState } from './adapters/shared-state.ts';
import { openGatewayCertificates } from './certificates/gateway-certificates.ts';
import { openCertificate } from './certificates/open-certificate.ts';
import { openCertificateDoor } from './certificates/open-certificate-door.ts';
import { startCleaning } from './cleaning/clean-stores.ts';
import { writeFirstConfiguration } from './configuration/first-configuration.ts';
import { firstEdition } from './configuration/first-edition.ts';
import type { LiveConfiguration } from './configuration/live-configuration.ts';
import { readWholeFile, warnOf } from './configuration/read-file.ts';
import { refuseStoredClients } from './configuration/refuse-stored-clients.ts';
import { createDemoUpstream } from './demo/demo-upstream.ts';
import { seedAccounts } from './demo/seed-accounts.ts';
import type { GatewayGroup } from './gateways/gateway-group.ts';
import { followSchedule } from './keys/follow-schedule.ts';
import { openSigner } from './keys/open-signer.ts';
import { jumpLog } from './logging/jump-log.ts';
import type { Logger } from './logging/logger.ts';
import { followMail } from './mail/follow-mail.ts';
import { openPost } from './mail/open-post.ts';
import type { NodeDoor } from './nodes/node-door.ts';
import type { Options } from './options/options.ts';
import { openPlaces } from './places/open-places.ts';
import { createCallWriter } from './records/call-writer.ts';
import { createRecordWriter, withCalls } from './records/record-writer.ts';
import { withRefusalBudget } from './records/refusal-budget.ts';
import { createReach } from './revocations/reach.ts';
import { shareReach } from './revocations/shared-reach.ts';
import { startTellingApps } from './revocations/tell-apps.ts';
import { followSecrets } from './secrets/follow-secrets.ts';
import { createReadSecret } from './secrets/read-secret.ts';
import { createSecretKeeper, type SecretKeeper } from './secrets/secret-keeper.ts';
import { configuredMasterKey, hideVariables } from './startup/configured-master-key.ts';
import { prepareDataFolder } from './startup/data-folder.ts';
import { lockDataFolder } from './startup/data-folder-lock.ts';
import { findExposedPaths } from './startup/exposed-paths.ts';
import { openMasterKey } from './startup/master-key.ts';
import { modelBases } from './startup/model-bases.ts';
import { openPorts } from './startup/open-ports.ts';
import { removeRunningFile, writeRunningFile } from './startup/running-file.ts';
import { startSharingFailures } from './startup/share-failures.ts';
import type { Started } from './startup/startup-message.ts';
import { areNodesApart, neededForStores, openAddresses } from './startup/store-addresses.ts';
import { openStatus } from './status/open-status.ts';
import { openControl } from './wings/control.ts';
import { openGateways } from './wings/gateways.ts';
import type { Ground } from './wings/ground.ts';
import { openIdentity } from './wings/identity.ts';

/** A Signet that answers. */
export interface RunningSignet extends Started {
  readonly gateways: GatewayGroup;
  readonly configuration: LiveConfiguration;
  readonly secrets: SecretKeeper;
  /** Where probes and metrics are answered, if anywhere. */
  readonly statusPort?: number;
  /** Where gateway nodes connect to, if anywhere. */
  readonly nodes?: NodeDoor;
  /** Stops accepting, finishes what is under way, writes what is still to be written, lets go of everything. */
  close(): Promise<void>;
}

/** What a start needs besides its options. */
export interface StartHost {
  readonly log: Logger;
  readonly clocks: Clocks;
  readonly random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
  /** Where a new demo's echo server should listen; 0 lets the system choose. */
  readonly echoPort: number;
  /** Answers the folder with the built web app; asked once the start cannot fail for want of a port or a folder. */
  readonly webFolder: () => Promise<string>;
  /** How long PostgreSQL may take; the usual deadlines outside tests. */
  readonly deadlines?: PostgresDeadlines;
}

/**
 * Puts everything together, as one list in the order in which failures are cheapest: nothing durable is written
 * before the ports are ours and the configuration is sound, and whatever was opened is closed again, last first,
 * when a later step fails or the whole is told to end.
 * @throws SignetError with a code of `StartupCode` and what to do about it
 */
export async function start(
  { settings, secrets: given, variable }: Options,
  host: StartHost,
): Promise<RunningSignet> {
  const { log, random } = host;
  const clocks = new WatchedClocks(host.clocks);
  clocks.onJump(jumpLog(log));
  const { dataFolder, workers } = settings;
  await using opened = new AsyncDisposableStack();
  const keep = <Part>(part: Part, close: (part: Part) => unknown): Part =>
    opened.adopt(part, async (each) => {
      await close(each);
    });

  prepareDataFolder(dataFolder);
  keep(lockDataFolder(dataFolder), (lock) => lock.release());
  const certificate = openCertificate(settings, clocks.wall);
  const gatewayCertificates = openGatewayCertificates(settings, clocks.wall);
  const ports = keep(await openPorts(settings, certificate), (each) => each.close());
  const { issuer } = ports;
  const status = await openStatus(settings, clocks.wall);
  if (status !== undefined) keep(status, (each) => each.close());

  const echo = await writeFirstConfiguration(settings, ports.gatewayOrigin, host.echoPort);
  const demo = keep(createDemoUpstream(echo), (each) => each.close());
  const file = await readWholeFile(settings.configurationFile, { nodesApart: areNodesApart(given) });
  const { loaded } = file;
  warnOf(loaded, settings.configurationFile, log);
  await demo.follow(loaded.configuration);

  const places = { variable, folder: dirname(settings.configurationFile) };
  const readSecret = createReadSecret(places, loaded.configuration.secrets);
  let running = () => loaded;
  const secretKeeper = createSecretKeeper({
    places,
    beside: neededForStores(given),
    configuration: () => running().configuration,
    clocks,
    log,
  });
  await secretKeeper.hold(loaded.configuration);
  const secrets = await openAddresses(given, { reveal: secretKeeper.reveal, read: readSecret });
  const stores = keep(await openStores(settings, secrets, log, host.deadlines), (each) => each.close());
  await refuseStoredClients(loaded.configuration, stores.clients);
  const { configurations: history } = stores;
  const composed = await firstEdition(file, {
    history,
    follow: settings.gatewaysFollow,
    now: clocks.wall(),
    log,
  });
  const sealedKeys = await stores.signingKeys.list();
  const { identity: configured } = loaded.configuration;
  const masterKey =
    secrets.masterKey ??
    (await configuredMasterKey(configured, 'masterKey', readSecret)) ??
    openMasterKey(dataFolder, sealedKeys.length);
  const previousMasterKey =
    secrets.previousMasterKey ?? (await configuredMasterKey(configured, 'previousMasterKey', readSecret));
  const { previousIssuer } = settings;
  const sealer = createModelProviderSealer({ issuer, masterKey, previousMasterKey, previousIssuer, random });
  const book = createModelProviderBook({ store: stores.modelProviders, sealer });
  await book.read();
  const { secrets: stored } = loaded.configuration;
  const signer = await openSigner(configured.keys.signer, { places, secrets: stored, readSecret });
  const post = keep(
    openPost(loaded.configuration.mail, {
      ...settings,
      revealSecret: secretKeeper.reveal,
      issuer,
      name: loaded.configuration.brand.name ?? 'Signet',
      log,
    }),
    (each) => each.close(),
  );
  hideVariables(loaded.configuration, neededForStores(given));
  for (const exposed of findExposedPaths(dataFolder)) log.warn(exposed, 'Other users can get at this');
  const { limiter, quotas, usedTokens, holds, wake } = keep(
    await openSharedState(secrets.redisUrl, stores.quotas, clocks.steady, log),
    (each) => each.close(),
  );
  const recorder = keep(
    withCalls(createRecordWriter(stores.records, log), createCallWriter(stores.keptCalls, log)),
    (each) => each.close(),
  );
  const recordRefusal = withRefusalBudget(recorder, clocks.steady);
  keep(startCleaning({ stores, clocks, log }), (each) => each.close());
  const reach = createReach(clocks.steady);
  const sharedReach = keep(
    shareReach({
      // SQLite is of one node alone.
      board: secrets.databaseUrl === undefined ? undefined : stores.reachBoard,
      reach,
      node: `${hostname()}-${Buffer.from(random(new Uint8Array(4))).toString('hex')}`,
      wall: clocks.wall,
      log,
    }),
    (each) => each.close(),
  );

  if (certificate !== undefined) keep(certificate.follow(ports.control, log), (each) => each.close());
  const certificateDoor = await openCertificateDoor(configured.mtls, {
    settings,
    issuer,
    certificate,
    wall: clocks.wall,
    log,
  });
  if (certificateDoor !== undefined) keep(certificateDoor, (door) => door.close());
  const knownPlaces = await openPlaces(configured.places, { ...settings, log });
  if (knownPlaces !== undefined) keep(knownPlaces, (each) => each.close());
  const opening = { settings, secrets, ports, composed, demo, stores, masterKey, previousMasterKey, post };
  const ground: Ground = {
    ...opening,
    secretKeeper,
    modelProviders: { book, sealer },
    signer,
    certificateDoor,
    gatewayCertificates,
    places: knownPlaces,
    limiter,
    quotas,
    usedTokens,
    holds,
    wake,
    recorder,
    recordRefusal,
    reach,
    sharedReach,
    clocks,
    random,
    log,
  };
  let onMailAsked = () => undefined as unknown;
  const identity = await openIdentity(
    ground,
    () => running().configuration,
    () => void onMailAsked(),
  );
  const { look } = keep(followMail({ deliver: identity.deliverMail, log }), (each) => each.close());
  onMailAsked = look;
  const gateways = keep(await openGateways(ground, identity), (wing) => wing.close());
  running = gateways.configuration.running;
  const secretsOfNow = () => running().configuration.secrets;
  const following = { keeper: secretKeeper, configuration: secretsOfNow, steady: clocks.steady, log };
  keep(followSecrets(following), (each) => each.close());
  keep(followSchedule({ rotate: identity.rotateBySchedule, clocks, log }), (each) => each.close());
  const { exchangeFailures } = identity;
  keep(startSharingFailures({ exchangeFailures, log }), (each) => each.close());
  keep(startTellingApps({ tellApps: identity.tellApps, log }), (each) => each.close());
  const webFolder = await host.webFolder();
  keep(await openControl(ground, { identity, gateways, webFolder }), (wing) => wing.close());

  const credentials = await seedAccounts(identity.accounts, {
    demo: loaded.configuration.demo !== undefined,
    random,
  });
  const { gatewayOrigin } = ports;
  writeRunningFile(dataFolder, {
    ...ports.local,
    issuer,
    gatewayOrigin,
    configuration: settings.configurationFile,
    processId: process.pid,
  });
  opened.defer(() => removeRunningFile(dataFolder));
  log.info({ issuer, gateway: gatewayOrigin, workers, dataFolder }, 'Signet is running');

  status?.runs({
    group: gateways.group,
    configuration: gateways.configuration.state,
    ...(settings.role === 'control' ? { processes: 0 } : {}),
    askStore: () => stores.signingKeys.list(),
  });

  const parts = opened.move();
  return {
    ...settings,
    web: issuer,
    gateway: gatewayOrigin,
    models: modelBases(gateways.configuration.running().configuration, book.added(), gatewayOrigin),
    credentials,
    gateways: gateways.group,
    configuration: gateways.configuration,
    secrets: secretKeeper,
    ...(status === undefined ? {} : { statusPort: status.port }),
    ...(gateways.nodes === undefined ? {} : { nodes: gateways.nodes }),
    close() {
      status?.stops();
      return parts.disposeAsync();
    },
  };
}
