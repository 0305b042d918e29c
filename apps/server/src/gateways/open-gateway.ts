import { setTimeout as wait } from 'node:timers/promises';
import type {
  GatewayState,
  IssuerKeysState,
  PurgeAnswersRequest,
  TargetState,
  WallTime,
  WatchedClocks,
} from '@signet/contracts';
import {
  compileSnapshot,
  createGateway,
  type Gateway,
  keepsAnswers,
  type Readings,
  type TargetStatus,
} from '@signet/gateway';
import type {
  FindApiKey,
  FindPrompt,
  Holds,
  Limiter,
  Quotas,
  ReadContextKeys,
  Recorder,
  ReportFault,
  ReportKeys,
  RevocationFeed,
  SpendingLedger,
  UsedTokens,
} from '@signet/gateway/ports';
import type { KeyStatus, ReadHanded, ReadSharedSecrets } from '@signet/trust';
import { askServer } from '@signet/trust/ask-server';
import { fetchDocument } from '@signet/trust/fetch-document';
import type { CertificatePairs } from '../certificates/secure-server.ts';
import { trackedFeed } from '../revocations/tracked-feed.ts';
import type { Door } from '../startup/door.ts';
import type { Bound } from '../startup/listen-at-all.ts';
import { openLoopbackDoors } from '../startup/loopback-doors.ts';
import { openTelemetry, type ReportUntold } from '../telemetry/open-telemetry.ts';
import type { WorkerOrders } from '../workers/messages.ts';
import type { Purged } from './gateway-group.ts';
import { gatewayPlace, listenOrExplain } from './gateway-place.ts';
import type { LoadedForGateways } from './loaded-for-gateways.ts';
import { modelKeyState } from './model-key-state.ts';
import { type ReadOwnDocument, withOwnDocuments } from './own-documents.ts';
import { secureDoor } from './secure-door.ts';

/** What a gateway works with, which differs between one process and many. */
export interface GatewayParts {
  readonly feed: RevocationFeed;
  readonly limiter: Limiter;
  readonly quotas: Quotas;
  readonly ledger: SpendingLedger;
  readonly usedTokens: UsedTokens;
  readonly holds: Holds;
  readonly recorder: Recorder;
  readonly readOwnDocument: ReadOwnDocument;
  /** What the identity provider of this node shares with APIs. */
  readonly readSecrets: ReadSharedSecrets;
  /** The keys of the gateways' own. */
  readonly readContextKeys: ReadContextKeys;
  /** Keys and secrets of issuers that the configuration refers to. */
  readonly readHanded: ReadHanded;
  readonly findApiKey: FindApiKey;
  readonly findPrompt: FindPrompt;
  readonly clocks: WatchedClocks;
  /** Told of errors that no step foresaw, for the operator's log. */
  readonly reportFault: ReportFault;
  /** Told of keys that an issuer publishes and that are not used, for the operator's log. */
  readonly reportKeys: ReportKeys;
  /** Told that lines or spans of requests are lost, for the operator's log. */
  readonly reportUntold: ReportUntold;
  /** Told what of this node's answers a request has changed; absent where no other gateway keeps any. */
  readonly reportChanged?: (resource: string) => void;
  /** Told the sequence of the last revocation that is in force, as the gateway itself knows it. */
  readonly applied: (sequence: number) => void;
}

/** One listening gateway of this process. */
export interface OpenGateway {
  readonly port: number;
  /** @throws Error when the configuration cannot be compiled. Nothing changes. */
  prepare(loaded: LoadedForGateways): void;
  /** @throws Error when the configuration cannot be compiled; then nothing has changed. */
  swap(loaded: LoadedForGateways): void;
  /** New connections are shown these; where HTTP is spoken nothing happens. */
  present(pairs: CertificatePairs): void;
  /** @returns how many answers, and whether a route of this name keeps any */
  purge(order: PurgeAnswersRequest): Purged;
  /** Another gateway of this node has changed it. */
  changed(resource: string): void;
  state(): GatewayState;
  readings(): Readings;
  /** Lets requests under way finish, for a while. */
  close(): Promise<void>;
}

/** How long a new gateway waits for the list of revoked tokens before it listens; without it, it refuses by itself. */
const longestCatchUp = 5000;
/** How long requests under way may take once the gateway is told to end. */
const longestDrain = 5000;

/**
 * Compiles the configuration, takes the list of revoked tokens in, and listens.
 * @throws SignetError `port_taken`
 */
export async function openGateway(orders: WorkerOrders, parts: GatewayParts): Promise<OpenGateway> {
  const { node, host, issuer: selfIssuer, trustedProxies } = orders;
  const { limiter, quotas, usedTokens, holds, recorder, clocks, reportFault, reportKeys } = parts;
  const snapshot = compileSnapshot(orders.loaded.configuration, { selfIssuer });
  const caughtUp = Promise.withResolvers<void>();
  const feed = trackedFeed(parts.feed, () => {
    parts.applied(gateway.appliedSequence);
    if (gateway.status().revocations.ageMs !== undefined) caughtUp.resolve();
  });
  const secured = orders.tls && secureDoor(orders.tls);
  const telemetry = openTelemetry(node, clocks.steady, parts.reportUntold);
  const gateway = createGateway({
    feed,
    accessLog: telemetry.accessLog,
    spans: telemetry.spans,
    limiter,
    quotas,
    ledger: parts.ledger,
    usedTokens,
    holds,
    recorder,
    snapshot,
    fetchDocument: withOwnDocuments(selfIssuer, parts.readOwnDocument, fetchDocument),
    readSecrets: parts.readSecrets,
    readContextKeys: parts.readContextKeys,
    readHanded: parts.readHanded,
    findApiKey: parts.findApiKey,
    findPrompt: parts.findPrompt,
    askServer,
    clocks,
    node,
    trustedProxies,
    reportFault,
    reportKeys,
    ...(parts.reportChanged === undefined ? {} : { reportChanged: parts.reportChanged }),
    ...(secured === undefined ? {} : { door: secured.door }),
  });
  await Promise.race([caughtUp.promise, wait(longestCatchUp, undefined, { ref: false })]);
  const { port } = await listenOrExplain(orders, () => gateway.listen({ host, port: orders.port }));
  const doors = await openDoors(gateway, { ...orders, port });
  let loaded = orders.loaded;
  return {
    port,
    prepare: (next) => void compileSnapshot(next.configuration, { selfIssuer }),
    swap(next) {
      gateway.swap(compileSnapshot(next.configuration, { selfIssuer }));
      loaded = next;
    },
    present: (pairs) => secured?.present(pairs),
    purge: ({ route, path }) => ({
      purged: gateway.purge({ route, ...(path === undefined ? {} : { path }) }),
      keeps: loaded.configuration.routes.some((each) => each.id === route && keepsAnswers(each)),
    }),
    changed: (resource) => gateway.changed(resource),
    state: () => stateOf(gateway, loaded, clocks.wall()),
    readings: () => ({ ...gateway.readings(), told: telemetry.counts() }),
    async close() {
      await drain(gateway, doors);
      await telemetry.close();
    },
  };
}

async function openDoors(gateway: Gateway, { host, port, alsoOn }: Bound): Promise<Door> {
  try {
    return await openLoopbackDoors(gateway.server, { ...gatewayPlace, host, port }, alsoOn);
  } catch (error) {
    await gateway.close();
    throw error;
  }
}

function stateOf(
  gateway: Gateway,
  { version, configuration }: LoadedForGateways,
  now: WallTime,
): GatewayState {
  const { node, inFlight, revocations, issuers, upstreams, modelKeys } = gateway.status();
  const { ageMs, appliedSequence } = revocations;
  return {
    node,
    configurationVersion: version,
    revocationSequence: appliedSequence,
    ...(ageMs === undefined ? {} : { feedHeardAt: Math.round(now - ageMs) }),
    stale: ageMs === undefined || ageMs > configuration.gateway.revocationStaleness,
    requestsInProgress: inFlight,
    issuers: Object.entries(issuers).map(([name, status]) => issuerState(name, status, now)),
    upstreams: Object.entries(upstreams).map(([name, { rests, targets }]) => ({
      name,
      rests,
      targets: targets.map(targetState),
    })),
    modelKeys: modelKeys.map((key) => modelKeyState(key, now)),
  };
}

function targetState({ name, away, inFlight, lastCheck }: TargetStatus): TargetState {
  return {
    name,
    requestsInProgress: inFlight,
    ...(away === undefined ? {} : { away }),
    ...(lastCheck === undefined ? {} : { check: lastCheck }),
  };
}

function issuerState(
  name: string,
  { keys, kids, rejected, ageMs, failure }: KeyStatus,
  now: WallTime,
): IssuerKeysState {
  return {
    name,
    keys,
    kids,
    ...(ageMs === undefined ? {} : { confirmedAt: Math.round(now - ageMs) }),
    rejected: rejected.map(({ kid, refusal: { code, sentence } }) => ({ kid, code, reason: sentence })),
    failure,
  };
}

async function drain(gateway: Gateway, doors: Door): Promise<void> {
  const timer = setTimeout(() => gateway.cutOff(), longestDrain);
  await Promise.all([doors.close(), gateway.close()]);
  clearTimeout(timer);
}
