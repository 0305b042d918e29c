import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Calendar } from '@signet/ai';
import type { SteadyTime, WatchedClocks } from '@signet/contracts';
import type { AskServer, FetchDocument, KeyStatus, ReadHanded, ReadSharedSecrets } from '@signet/trust';
import { RevocationReplica } from '@signet/trust';
import { KnownKeys } from './api-keys/known-keys.ts';
import type { PurgeOrder } from './cache/answer-cache.ts';
import { ContextKeys } from './context/context-keys.ts';
import { HeldBytes } from './described/held-bytes.ts';
import { type Door, plainDoor } from './door.ts';
import { QuotaShares } from './limits/quota-shares.ts';
import { Listener } from './listen.ts';
import { KnownMachines } from './machines/known-machines.ts';
import type { ModelKeyStatus } from './models/choosing/model-key-status.ts';
import {
  type AccessLog,
  createMemoryHolds,
  createMemoryLedger,
  createMemoryQuotaBook,
  createMemoryUsedTokens,
  type FindApiKey,
  type FindPrompt,
  type Holds,
  type Limiter,
  type Quotas,
  type ReadContextKeys,
  type Recorder,
  type ReportFault,
  type ReportKeys,
  type RevocationFeed,
  type SpanSink,
  type SpendingLedger,
  type UsedTokens,
} from './ports/index.ts';
import { KnownPrompts } from './prompts/known-prompts.ts';
import { Reception } from './reception.ts';
import { Counters, type Counts } from './recording/counters.ts';
import { Meter } from './recording/meter.ts';
import type { Readings } from './recording/readings.ts';
import { RecordBudget } from './recording/record-budget.ts';
import { trustedProxies } from './request/trusted-proxies.ts';
import { Seats } from './seats.ts';
import type { Snapshot } from './snapshot/snapshot.ts';
import { SnapshotHolder } from './snapshot/swap.ts';
import { Unbooked } from './spending/unbooked.ts';
import { Unwritten } from './spending/unwritten.ts';
import type { UpstreamStatus } from './upstream/upstream.ts';
import { Webhooks } from './webhook/webhooks.ts';
import { OpenSockets } from './websocket/open-sockets.ts';

export interface GatewayOptions {
  readonly snapshot: Snapshot;
  readonly feed: RevocationFeed;
  readonly limiter: Limiter;
  /** Of this process alone, and forgotten with it, unless given. */
  readonly quotas?: Quotas;
  /** Of this process alone, and forgotten with it, unless given. */
  readonly ledger?: SpendingLedger;
  /** Of this process alone, and forgotten with it, unless given. */
  readonly usedTokens?: UsedTokens;
  /** Of this process alone, unless given. */
  readonly holds?: Holds;
  readonly recorder: Recorder;
  /** Absent: no lines and no spans of requests, whatever the configuration says. */
  readonly accessLog?: AccessLog;
  readonly spans?: SpanSink;
  readonly fetchDocument: FetchDocument;
  /** What this Signet shares with APIs, learnt in this process or from the one that started it. */
  readonly readSecrets?: ReadSharedSecrets;
  /** Finds API keys by their hash; absent: nobody can say whether there is one, and all are refused. */
  readonly findApiKey?: FindApiKey;
  /** Finds prompts that were published; absent: there is none. */
  readonly findPrompt?: FindPrompt;
  /** The keys of the gateways' own; absent: no context token can be signed, and requests that need one are refused. */
  readonly readContextKeys?: ReadContextKeys;
  /** Keys and secrets of issuers that the configuration refers to; absent: none is known, and their tokens are refused. */
  readonly readHanded?: ReadHanded;
  /** Asks issuers about their opaque tokens; absent: these are refused. */
  readonly askServer?: AskServer;
  /** A jump makes the gateway doubt what it has heard, until it has heard it again. */
  readonly clocks: WatchedClocks;
  /** Names this process in records, such as `gateway-1`. */
  readonly node: string;
  /** Addresses and networks whose `X-Forwarded-For` names the client; none unless given. */
  readonly trustedProxies?: readonly string[];
  /** Told of errors that are bugs; the client gets `internal_error` with the same reference. For the operator's log. */
  readonly reportFault?: ReportFault;
  /** By which clients come in; plain HTTP/1.1 unless given. */
  readonly door?: Door;
  /** Told what a request has changed, for other gateways that keep answers. */
  readonly reportChanged?: (resource: string) => void;
  /** Told of keys that an issuer publishes and that are not used. For the operator's log. */
  readonly reportKeys?: ReportKeys;
}

export interface GatewayStatus {
  readonly node: string;
  readonly inFlight: number;
  /** Those of them that count apart, since their answers last. */
  readonly streams: number;
  readonly counts: Counts;
  readonly revocations: {
    readonly appliedSequence: number;
    /** Milliseconds since the replica last knew itself complete; absent before the first time. */
    readonly ageMs?: number;
    readonly entries: number;
  };
  readonly rememberedTokens: number;
  /** By the issuer's name in the configuration. */
  readonly issuers: Readonly<Record<string, KeyStatus>>;
  /** By the upstream's name in the configuration. */
  readonly upstreams: Readonly<Record<string, UpstreamStatus>>;
  /** How the keys stand by which models are asked. */
  readonly modelKeys: readonly ModelKeyStatus[];
}

export interface Gateway {
  readonly server: Server;
  /** Resolves when connections are taken. Port 0 lets the system choose; the address says which. */
  listen(at: { readonly port: number; readonly host: string }): Promise<AddressInfo>;
  /**
   * Hands the next request the new configuration. Requests in progress keep theirs. Only `maxHeaderBytes` stays what it
   * was when the gateway was made.
   */
  swap(snapshot: Snapshot): void;
  /** Ends every connection, whatever is under way on it. */
  cutOff(): void;
  /** Takes no more connections, gives requests in progress 10 s to end, then lets go of everything. */
  close(): Promise<void>;
  status(): GatewayStatus;
  /** Forgets what another gateway has changed. */
  changed(resource: string): void;
  /** Forgets what a route keeps. @returns how many answers */
  purge(order: PurgeOrder): number;
  /** What was measured since it began. */
  readings(): Readings;
  /** Every revocation up to this one is in force here. */
  readonly appliedSequence: number;
  /** Resolves when the revocation `sequence` is in force here. */
  whenApplied(sequence: number): Promise<void>;
}

const closeGraceMs = 10_000;

export function createGateway(options: GatewayOptions): Gateway {
  const {
    snapshot,
    feed,
    limiter,
    quotas = new QuotaShares(createMemoryQuotaBook()),
    usedTokens = createMemoryUsedTokens(),
    holds = createMemoryHolds(),
    recorder,
    accessLog,
    spans,
    fetchDocument,
    readSecrets,
    findApiKey = nobodyKnows,
    findPrompt = noPrompt,
    readContextKeys = nobodySigns,
    readHanded,
    askServer,
    clocks,
    node,
    trustedProxies: networks = [],
    reportFault = ignoreFault,
    door = plainDoor,
    reportKeys,
  } = options;
  const { ledger = createMemoryLedger(() => clocks.wall()) } = options;
  const snapshots = new SnapshotHolder(snapshot, {
    fetchDocument,
    ...(readSecrets === undefined ? {} : { readSecrets }),
    ...(readHanded === undefined ? {} : { readHanded }),
    ...(askServer === undefined ? {} : { askServer }),
    clocks,
    contextKeys: new ContextKeys(readContextKeys, clocks),
    ...(reportKeys === undefined ? {} : { reportKeys }),
    ...(options.reportChanged === undefined ? {} : { reportChanged: options.reportChanged }),
  });
  const replica = new RevocationReplica(feed, clocks);
  const keys = new KnownKeys(findApiKey);
  const machines = new KnownMachines({ readHanded: readHanded ?? nothingHanded });
  machines.settle(snapshot.machines);
  const stopDoubting = clocks.onJump(() => {
    keys.forgetAll();
    machines.forgetAll();
  });
  const webhooks = new Webhooks();
  const counters = new Counters();
  const meter = new Meter();
  const seats = new Seats(holds);
  const sockets = new OpenSockets(clocks);
  const recording = {
    recorder,
    ...(accessLog === undefined ? {} : { accessLog }),
    ...(spans === undefined ? {} : { spans }),
    counters,
    meter,
    budget: new RecordBudget(),
    node,
    steady: clocks.steady,
  };
  const trustsProxy = trustedProxies(networks);
  const reception: Reception = new Reception({
    snapshots,
    services: {
      ...{ replica, keys, machines, limiter, quotas, usedTokens, recording },
      ...{ ledger, calendar: new Calendar(), unwritten: new Unwritten(), unbooked: new Unbooked() },
      ...{ reportFault, seats, sockets, trustsProxy, webhooks },
      prompts: new KnownPrompts(findPrompt),
      callInside: (...call) => reception.receiveInside(...call),
      ...{ bodies: new HeldBytes(), now: () => clocks.now() },
    },
    clocks,
    trustsProxy,
  });
  const listener = new Listener({ snapshots, reception, counters, meter, door });
  return {
    server: listener.server,
    listen: (at) => listen(listener.server, at),
    swap: (next) => {
      snapshots.swap(next);
      machines.settle(next.machines);
      listener.limit(next.gateway);
      if (next.opensSockets) listener.tellOfSockets();
    },
    cutOff: () => listener.cutOff(),
    close: async () => {
      stopDoubting();
      sockets.close();
      await listener.close(closeGraceMs);
      webhooks.close();
      await Promise.all([snapshots.close(), replica.close()]);
    },
    status: () => ({
      node,
      inFlight: reception.inFlight.size,
      streams: seats.streams,
      counts: counters.read(),
      revocations: revocationStatus(replica, clocks.steady()),
      rememberedTokens: snapshots.live.tokens.size,
      issuers: keyStatus(snapshots, clocks.steady()),
      upstreams: snapshots.live.upstreamStatus(clocks.steady()),
      modelKeys: snapshots.live.modelKeyStatus(clocks.wall(), clocks.steady()),
    }),
    readings: () => ({ ...meter.read(counters.read().byCode), cache: snapshots.answers.counts.read() }),
    changed: (resource) => snapshots.answers.forgetResource(resource),
    purge: (order) => snapshots.answers.purge(order),
    get appliedSequence() {
      return replica.appliedSequence;
    },
    whenApplied: (sequence) => replica.whenApplied(sequence),
  };
}

const nobodySigns: ReadContextKeys = () => Promise.reject(new TypeError('Nobody hands out keys'));

const nothingHanded: ReadHanded = async () => [];

const nobodyKnows: FindApiKey = () => Promise.reject(new TypeError('Nobody knows API keys'));

const noPrompt: FindPrompt = async () => undefined;

/** The record of the request names the kind of fault all the same. */
function ignoreFault(): void {}

function listen(server: Server, at: { readonly port: number; readonly host: string }): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(at, () => {
      server.off('error', reject);
      resolve(server.address() as AddressInfo);
    });
  });
}

function revocationStatus(replica: RevocationReplica, now: SteadyTime): GatewayStatus['revocations'] {
  const age = replica.age(now);
  return {
    appliedSequence: replica.appliedSequence,
    ...(Number.isFinite(age) ? { ageMs: age } : {}),
    entries: replica.revoked.size,
  };
}

function keyStatus({ live }: SnapshotHolder, now: SteadyTime): GatewayStatus['issuers'] {
  return Object.fromEntries(
    [...live.snapshot.issuers].map(([name, policy]) => [name, live.keysOf(policy).status(now)]),
  );
}
