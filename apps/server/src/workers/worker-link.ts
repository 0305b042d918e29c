import {
  type DecisionRecord,
  type GatewayState,
  type JumpListener,
  type KeptCall,
  type PurgeAnswersRequest,
  type Reference,
  SignetError,
  type SteadyClock,
  type WallTime,
} from '@signet/contracts';
import type { Readings } from '@signet/gateway';
import type {
  FindApiKey,
  FindPrompt,
  Holds,
  Limiter,
  Quotas,
  ReadContextKeys,
  ReportKeys,
  RevocationFeed,
  SpendingLedger,
  UsedTokens,
} from '@signet/gateway/ports';
import type { ReadHanded, ReadSharedSecrets } from '@signet/trust';
import type { CertificatePairs } from '../certificates/secure-server.ts';
import type { Purged } from '../gateways/gateway-group.ts';
import type { LoadedForGateways } from '../gateways/loaded-for-gateways.ts';
import type { ReadOwnDocument } from '../gateways/own-documents.ts';
import type { Reach } from '../revocations/reach.ts';
import type { ReportUntold } from '../telemetry/open-telemetry.ts';
import { type HeldPlaces, heldPlaces } from './held-places.ts';
import { answerFrom } from './ledger-question.ts';
import type { Channel, FromWorker, ToWorker, WorkerOrders } from './messages.ts';
import { createPendingAnswers } from './pending-answers.ts';

/** The primary's end of the channel to one gateway process. */
export interface WorkerLink {
  /** Resolves when it listens; rejects with what kept it from that. */
  readonly listening: Promise<void>;
  /** It listens, so that it can be asked. */
  ready(): boolean;
  /** Rejects where it cannot compile it, or is gone. Nothing changes. */
  prepare(loaded: LoadedForGateways): Promise<void>;
  swap(loaded: LoadedForGateways): Promise<void>;
  present(pairs: CertificatePairs): Promise<void>;
  state(): Promise<GatewayState>;
  /** Since that process began. */
  readings(): Promise<Readings>;
  purge(order: PurgeAnswersRequest): Promise<Purged>;
  /** Another gateway of this node has changed it. */
  changed(resource: string): void;
  flush(): Promise<void>;
  stop(): void;
  /** The process is gone. */
  gone(): void;
}

/** What the primary does for its gateway processes. */
export interface PrimaryServices {
  readonly feed: RevocationFeed;
  readonly reach: Reach;
  readonly limiter: Limiter;
  readonly quotas: Quotas;
  readonly ledger: SpendingLedger;
  readonly usedTokens: UsedTokens;
  readonly holds: Holds;
  /** What the identity provider publishes at a path below its origin. */
  readonly readOwnDocument: ReadOwnDocument;
  readonly readSecrets: ReadSharedSecrets;
  /** The keys of the gateways' own. */
  readonly readContextKeys: ReadContextKeys;
  readonly readHanded: ReadHanded;
  readonly findApiKey: FindApiKey;
  readonly findPrompt: FindPrompt;
  readonly record: (record: DecisionRecord) => void;
  readonly keep: (call: KeptCall) => void;
  readonly reportFault: (stack: string, reference: Reference) => void;
  readonly reportKeys: ReportKeys;
  readonly reportJump: JumpListener;
  readonly reportUntold: ReportUntold;
  /** Told what a request has changed that other gateways may keep an answer of. */
  readonly reportChanged: (resource: string) => void;
  /** Times the budgets, which are kept here: the steady clock of another process counts from elsewhere. */
  readonly steady: SteadyClock;
  readonly wall: () => WallTime;
}

export function linkWorker(
  channel: Channel<ToWorker, FromWorker>,
  orders: () => WorkerOrders,
  services: PrimaryServices,
): WorkerLink {
  const { send } = channel;
  const member = services.reach.join('gateway');
  const places = heldPlaces(services.holds);
  const answers = createPendingAnswers<string | undefined>();
  const states = createPendingAnswers<GatewayState>();
  const measured = createPendingAnswers<Readings>();
  const purges = createPendingAnswers<Purged>();
  const listening = Promise.withResolvers<void>();
  let ready = false;
  let unsubscribe: (() => Promise<void>) | undefined;

  function subscribe(subscription: number, after: number): void {
    // A gateway that saw a gap subscribes anew; what the old subscription still sends, it would take for a gap again.
    void unsubscribe?.();
    unsubscribe = services.feed.subscribe(after, {
      entries: (entries) => send({ kind: 'entries', subscription, entries }),
      upToDate: (sequence, age) =>
        send({ kind: 'upToDate', subscription, sequence, ...(age === undefined ? {} : { age }) }),
    });
  }

  function start(told: WorkerOrders): void {
    member.called(told.node);
    send({ kind: 'start', orders: told });
  }

  async function ask(question: (request: number) => ToWorker): Promise<void> {
    const problem = await answers.open((request) => send(question(request)));
    if (problem !== undefined) throw new Error(problem);
  }

  channel.receive((message) => {
    switch (message.kind) {
      case 'hello':
        return start(orders());
      case 'listening':
        ready = true;
        return listening.resolve();
      case 'failed':
        return listening.reject(new SignetError(message.refusal));
      case 'subscribe':
        return subscribe(message.subscription, message.after);
      case 'applied':
        return member.applied(message.sequence);
      case 'done':
        return answers.settle(message.request, message.problem);
      case 'state':
        return states.settle(message.request, message.state);
      case 'readings':
        return measured.settle(message.request, message.readings);
      case 'purged':
        return purges.settle(message.request, message.purged);
      case 'changed':
        return services.reportChanged(message.resource);
      case 'records':
        return message.records.forEach(services.record);
      case 'keptCall':
        return services.keep(message.call);
      case 'fault':
        return services.reportFault(message.stack, message.reference);
      case 'keys':
        return services.reportKeys(message.issuer, message.rejected);
      case 'untold':
        return services.reportUntold(message.what, message.problem);
      case 'clockJumped':
        return services.reportJump(message.milliseconds);
      case 'limit':
        return void take(services, message).then(send);
      case 'quota':
        return void spend(services, message).then(send);
      case 'ledger':
        return void askLedger(services, message).then(send);
      case 'hold':
        return void hold(message, places).then(send);
      case 'release':
        return places.release(message.request);
      case 'useToken':
        return void useToken(services, message).then(send);
      case 'document':
        return void readDocument(services, message).then(send);
      case 'secrets':
        return void readSecrets(services, message).then(send);
      case 'contextKeys':
        return void readContextKeys(services, message).then(send);
      case 'handed':
        return void readHanded(services, message).then(send);
      case 'apiKey':
        return void findApiKey(services, message).then(send);
      case 'prompt':
        return void findPrompt(services, message).then(send);
    }
  });

  return {
    listening: listening.promise,
    ready: () => ready,
    prepare: (loaded) => ask((request) => ({ kind: 'trial', request, loaded })),
    swap: (loaded) => ask((request) => ({ kind: 'configuration', request, loaded })),
    present: (pairs) => ask((request) => ({ kind: 'certificates', request, pairs })),
    state: () => states.open((request) => send({ kind: 'state', request })),
    readings: () => measured.open((request) => send({ kind: 'readings', request })),
    purge: (order) => purges.open((request) => send({ kind: 'purge', request, order })),
    changed: (resource) => send({ kind: 'changed', resource }),
    flush: () => ask((request) => ({ kind: 'flush', request })),
    stop: () => send({ kind: 'stop' }),
    gone() {
      const reason = new Error('The gateway process has ended.');
      ready = false;
      member.leave();
      places.releaseAll();
      answers.abandon(reason);
      states.abandon(reason);
      measured.abandon(reason);
      purges.abandon(reason);
      listening.reject(reason);
      void unsubscribe?.();
    },
  };
}

async function take(
  { limiter, steady }: Pick<PrimaryServices, 'limiter' | 'steady'>,
  { request, key, limit }: Extract<FromWorker, { kind: 'limit' }>,
): Promise<ToWorker> {
  try {
    return { kind: 'limitAnswer', request, answer: await limiter.take(key, limit, steady()) };
  } catch {
    // The gateway refuses the request with `limiter_unavailable`; that is where it is recorded.
    return { kind: 'limitAnswer', request, answer: 'failed' };
  }
}

async function spend(
  { quotas, wall }: Pick<PrimaryServices, 'quotas' | 'wall'>,
  { request, asked }: Extract<FromWorker, { kind: 'quota' }>,
): Promise<ToWorker> {
  try {
    return { kind: 'quotaAnswer', request, answer: await quotas.spend(asked, wall()) };
  } catch {
    // The gateway refuses the request with `limiter_unavailable`; that is where it is recorded.
    return { kind: 'quotaAnswer', request, answer: 'failed' };
  }
}

async function askLedger(
  { ledger }: Pick<PrimaryServices, 'ledger'>,
  { request, asked }: Extract<FromWorker, { kind: 'ledger' }>,
): Promise<ToWorker> {
  try {
    return { kind: 'ledgerAnswer', request, answer: await answerFrom(ledger, asked) };
  } catch {
    // The gateway refuses the request with `ledger_unavailable`; that is where it is recorded.
    return { kind: 'ledgerAnswer', request, answer: 'failed' };
  }
}

async function useToken(
  { usedTokens, steady }: Pick<PrimaryServices, 'usedTokens' | 'steady'>,
  { request, name, milliseconds }: Extract<FromWorker, { kind: 'useToken' }>,
): Promise<ToWorker> {
  try {
    const answer = await usedTokens.use(name, milliseconds, steady());
    return { kind: 'useTokenAnswer', request, answer };
  } catch {
    // The gateway refuses the request with `limiter_unavailable`; that is where it is recorded.
    return { kind: 'useTokenAnswer', request, answer: 'failed' };
  }
}

async function readSecrets(
  services: Pick<PrimaryServices, 'readSecrets'>,
  { request }: Extract<FromWorker, { kind: 'secrets' }>,
): Promise<ToWorker> {
  try {
    return { kind: 'secretsAnswer', request, secrets: await services.readSecrets() };
  } catch {
    // The gateway goes on with what it knew, and its state says that it could not ask.
    return { kind: 'secretsAnswer', request };
  }
}

async function readContextKeys(
  services: Pick<PrimaryServices, 'readContextKeys'>,
  { request }: Extract<FromWorker, { kind: 'contextKeys' }>,
): Promise<ToWorker> {
  try {
    return { kind: 'contextKeysAnswer', request, keys: await services.readContextKeys() };
  } catch {
    // The gateway goes on with what it knew, and refuses with `signing_unavailable` where it knows none for the time.
    return { kind: 'contextKeysAnswer', request };
  }
}

async function readHanded(
  services: Pick<PrimaryServices, 'readHanded'>,
  { request, reference }: Extract<FromWorker, { kind: 'handed' }>,
): Promise<ToWorker> {
  return { kind: 'handedAnswer', request, texts: await services.readHanded(reference) };
}

async function findApiKey(
  services: Pick<PrimaryServices, 'findApiKey'>,
  { request, hash }: Extract<FromWorker, { kind: 'apiKey' }>,
): Promise<ToWorker> {
  try {
    return { kind: 'apiKeyAnswer', request, found: (await services.findApiKey(hash)) ?? 'unknown' };
  } catch {
    // The gateway refuses the request with `store_unavailable`; that is where it is recorded.
    return { kind: 'apiKeyAnswer', request, found: 'failed' };
  }
}

async function findPrompt(
  services: Pick<PrimaryServices, 'findPrompt'>,
  { request, name, wanted }: Extract<FromWorker, { kind: 'prompt' }>,
): Promise<ToWorker> {
  try {
    return { kind: 'promptAnswer', request, found: (await services.findPrompt(name, wanted)) ?? 'unknown' };
  } catch {
    // The gateway refuses the request with `store_unavailable`; that is where it is recorded.
    return { kind: 'promptAnswer', request, found: 'failed' };
  }
}

async function readDocument(
  { readOwnDocument }: Pick<PrimaryServices, 'readOwnDocument'>,
  { request, path }: Extract<FromWorker, { kind: 'document' }>,
): Promise<ToWorker> {
  const text = await readOwnDocument(path);
  return { kind: 'documentAnswer', request, ...(text === undefined ? {} : { text }) };
}

async function hold(
  question: Extract<FromWorker, { kind: 'hold' }>,
  places: Pick<HeldPlaces, 'hold'>,
): Promise<ToWorker> {
  return { kind: 'holdAnswer', request: question.request, answer: await places.hold(question) };
}
