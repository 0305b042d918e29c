import { setTimeout as wait } from 'node:timers/promises';
import {
  type Clocks,
  type GatewayState,
  type LlmProvider,
  type PurgeAnswersRequest,
  WatchedClocks,
} from '@signet/contracts';
import { compileSnapshot } from '@signet/gateway';
import { openGatewayCertificates } from '../certificates/gateway-certificates.ts';
import type { CertificatePairs } from '../certificates/secure-server.ts';
import type { GatewayGroup } from '../gateways/gateway-group.ts';
import { gatewayPlace } from '../gateways/gateway-place.ts';
import { isOther, type LoadedForGateways } from '../gateways/loaded-for-gateways.ts';
import { openGroup } from '../gateways/open-group.ts';
import { jumpLog } from '../logging/jump-log.ts';
import type { Logger } from '../logging/logger.ts';
import type { NodeSettings, Settings } from '../options/options.ts';
import { createReach } from '../revocations/reach.ts';
import { prepareDataFolder } from '../startup/data-folder.ts';
import { lockDataFolder } from '../startup/data-folder-lock.ts';
import { findPort } from '../startup/listen-at-all.ts';
import { openStatus } from '../status/open-status.ts';
import { type ControlListener, followControl } from './control-link.ts';
import type { FromNode, PurgedThere, ToNode } from './messages.ts';
import { NodeFeed } from './node-feed.ts';
import { createNodeMemory, type NodeSnapshot } from './node-memory.ts';
import { createNodePorts } from './node-ports.ts';
import { createNodeQuestions } from './node-questions.ts';
import { createNodeRecorder } from './node-recorder.ts';
import { createRememberedAnswers } from './remembered-answers.ts';
import { startKeeping } from './start-keeping.ts';

/** A gateway node that answers. */
export interface RunningNode {
  readonly name: string;
  readonly gateway: string;
  readonly gateways: GatewayGroup;
  readonly statusPort?: number;
  /** Milliseconds since it knew all that was revoked; undefined where it does not know. */
  age(): number | undefined;
  isConnected(): boolean;
  close(): Promise<void>;
}

export interface NodeHost {
  readonly log: Logger;
  readonly clocks: Clocks;
  /** Ends the wait for a control node. */
  readonly signal?: AbortSignal;
}

/** Milliseconds that a node which knows enough to begin waits for a control node before it does. */
const firstContact = 3000;

type Known = Pick<NodeSnapshot, 'name' | 'issuer' | 'loaded'>;

/**
 * Runs the gateways of a node that has no database: all that they decide by comes from a control node, and what came is kept
 * on disk, so that the node can begin while none is there. It waits for the first one where nothing is kept.
 * @throws SignetError with a code of `StartupCode` and what to do about it
 */
export async function startNode(
  settings: Settings & { readonly node: NodeSettings },
  host: NodeHost,
): Promise<RunningNode> {
  const { log } = host;
  const clocks = new WatchedClocks(host.clocks);
  clocks.onJump(jumpLog(log));
  const { dataFolder, workers, trustedProxies, node } = settings;
  await using opened = new AsyncDisposableStack();
  const keep = <Part>(part: Part, close: (part: Part) => unknown): Part =>
    opened.adopt(part, async (each) => {
      await close(each);
    });

  prepareDataFolder(dataFolder);
  keep(lockDataFolder(dataFolder), (lock) => lock.release());
  const gatewayCertificates = openGatewayCertificates(settings, clocks.wall);
  const bound = await findPort({ ...gatewayPlace, host: settings.host, port: settings.gatewayPort }, false);
  const status = await openStatus(settings, clocks.wall);
  if (status !== undefined) keep(status, (each) => each.close());

  const memory = createNodeMemory(dataFolder, (file, reason) =>
    log.error({ file, reason }, 'What was kept for a start without a control node is not used'),
  );
  const before = memory.snapshot();
  const feed = keep(new NodeFeed(clocks), (each) => each.close());
  const kept = before === undefined ? undefined : memory.revocations();
  if (kept !== undefined) feed.restore(kept);

  let known: Known | undefined = before;
  let group: GatewayGroup | undefined;
  const { steady, wall } = clocks;
  let loadedAt = wall();
  let send: ((message: FromNode) => boolean) | undefined;
  const questions = createNodeQuestions();
  const staleness = () => known?.loaded.configuration.gateway.revocationStaleness ?? 0;
  const remembered = createRememberedAnswers(before, () => (feed.age() ?? Infinity) <= staleness());
  const recorder = keep(
    createNodeRecorder(
      (records) => send?.({ kind: 'records', records }),
      (call) => send?.({ kind: 'keptCall', call }),
    ),
    (each) => each.close(),
  );
  const reach = createReach(clocks.steady);
  const welcomed = Promise.withResolvers<void>();

  async function takeOver(loaded: LoadedForGateways): Promise<string | undefined> {
    if (known === undefined) return 'It has not begun.';
    try {
      compileSnapshot(loaded.configuration, { selfIssuer: known.issuer });
      await group?.swap(loaded);
      known = { ...known, loaded };
      remembered.forgetRemoved(addedKeysIn(loaded));
      loadedAt = wall();
      log.info({ version: loaded.version }, 'The configuration of the control node was taken over');
      return undefined;
    } catch (error) {
      log.error({ err: error }, 'The configuration of the control node cannot be used; the old one stays');
      return error instanceof Error ? error.message : 'The configuration could not be compiled.';
    }
  }

  async function beWelcomed({ name, issuer, loaded }: Extract<ToNode, { kind: 'welcome' }>): Promise<void> {
    if (known !== undefined && group !== undefined && known.issuer !== issuer) {
      log.error(
        { issuer, before: known.issuer },
        'The control node is of another issuer; start this node again',
      );
      return;
    }
    if (known !== undefined && known.issuer !== issuer) feed.forgetAll();
    if (group === undefined) known = { name, issuer, loaded };
    else if (isOther(known?.loaded, loaded)) await takeOver(loaded);
    if (known !== undefined) known = { ...known, name };
    feed.connected((subscription, after) => send?.({ kind: 'subscribe', subscription, after }));
    tellApplied();
    recorder.connected();
    welcomed.resolve();
  }

  function tellApplied(): void {
    const applied = reach.followers().map((each) => each.applied);
    if (applied.length > 0) send?.({ kind: 'applied', sequence: Math.min(...applied) });
  }

  const snapshotOf = ({ name, issuer, loaded }: Known): NodeSnapshot => ({
    name,
    issuer,
    loaded,
    ...remembered.all(),
  });

  const listener: ControlListener = {
    connected(to) {
      send = to;
      questions.connected(to);
    },
    heard(message, askedAt) {
      switch (message.kind) {
        case 'welcome':
          return void beWelcomed(message);
        case 'entries':
          return feed.entries(message.subscription, message.entries);
        case 'upToDate':
          if (askedAt !== undefined) feed.upToDate(message.subscription, message.sequence, askedAt);
          return;
        case 'configuration':
          return void takeOver(message.loaded).then((problem) =>
            send?.({ kind: 'done', request: message.request, ...(problem === undefined ? {} : { problem }) }),
          );
        case 'state':
          return void statesOf(group).then((states) =>
            send?.({ kind: 'state', request: message.request, states }),
          );
        case 'purge':
          return void forget(group, message.order).then((purged) =>
            send?.({ kind: 'purged', request: message.request, purged }),
          );
        case 'beat':
        case 'sentAway':
          return;
        default:
          return questions.answered(message);
      }
    },
    lost() {
      send = undefined;
      questions.lost();
      feed.lost();
    },
  };
  const { control: addresses, files } = node;
  const link = keep(followControl({ addresses, files, listener, steady, wall, log }), (each) => each.close());

  const patience = known === undefined ? undefined : wait(firstContact, undefined, { ref: false });
  await Promise.race([welcomed.promise, stopped(host.signal), ...(patience === undefined ? [] : [patience])]);
  host.signal?.throwIfAborted();
  if (known === undefined) throw new TypeError('A welcome says what a node needs');
  const { name, issuer, loaded } = known;
  if (!link.connected())
    log.warn({ node: name, ageMs: feed.age() }, 'It begins by what it knew, without a control node');

  const ports = createNodePorts({ questions, remembered, isConnected: link.connected, clocks });
  const tls = gatewayCertificates?.tls;
  group = keep(
    await openGroup(
      workers,
      { ...bound, issuer, trustedProxies, loaded, tls, redisUrl: undefined },
      { ...ports, feed, reach, recorder, clocks, log },
    ),
    (each) => each.close(),
  );
  // What came while it began.
  if (isOther(loaded, known.loaded)) await group.swap(known.loaded);
  remembered.forgetRemoved(addedKeysIn(known.loaded));
  reach.onChange(tellApplied);
  tellApplied();
  if (gatewayCertificates !== undefined) {
    const present = (pairs: CertificatePairs) => void group?.present(pairs);
    keep(gatewayCertificates.follow(present, log), (each) => each.close());
  }

  const now = () => known ?? { name, issuer, loaded };
  const keeping = startKeeping({
    memory,
    feed,
    snapshot: () => snapshotOf(now()),
    revision: () => [now().name, now().loaded.version, now().loaded.added, remembered.revision].join(' '),
    log,
  });
  keep(keeping, (each) => each.close());
  const running = group;
  status?.runs({
    group: running,
    configuration: () => ({ source: 'control node', version: now().loaded.version, loadedAt }),
    control: () => ({ connected: link.connected(), ageMs: feed.age(), dropped: recorder.dropped() }),
  });
  const parts = opened.move();
  const scheme = tls === undefined ? 'http' : 'https';
  return {
    name,
    gateway: settings.gatewayOrigin ?? `${scheme}://localhost:${bound.port}`,
    gateways: running,
    age: () => feed.age(),
    isConnected: link.connected,
    ...(status === undefined ? {} : { statusPort: status.port }),
    close() {
      status?.stops();
      return parts.disposeAsync();
    },
  };
}

/** By which words the keys of providers of models are asked for that were added by command. */
function addedKeysIn({ configuration }: LoadedForGateways): readonly string[] {
  // What an older Signet kept on disk has none.
  const { llm = { providers: {} } } = configuration;
  return Object.values<LlmProvider>(llm.providers).flatMap(({ keptKey }) => keptKey ?? []);
}

async function statesOf(group: GatewayGroup | undefined): Promise<readonly GatewayState[]> {
  return (await group?.states()) ?? [];
}

/** One that has not begun keeps nothing yet. */
async function forget(group: GatewayGroup | undefined, order: PurgeAnswersRequest): Promise<PurgedThere> {
  if (group === undefined) return { purged: 0, gateways: 0, silent: 0 };
  const { purged, gateways, silent } = await group.purge(order);
  return { purged, gateways, silent };
}

function stopped(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done) => signal?.addEventListener('abort', () => done(), { once: true }));
}
