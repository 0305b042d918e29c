import type {
  DecisionRecord,
  GatewayState,
  KeptCall,
  PurgeAnswersRequest,
  SteadyClock,
  WallTime,
} from '@signet/contracts';
import type {
  FindApiKey,
  FindPrompt,
  Holds,
  Limiter,
  Quotas,
  ReadContextKeys,
  RevocationFeed,
  SpendingLedger,
  UsedTokens,
} from '@signet/gateway/ports';
import type { ReadHanded, ReadSharedSecrets } from '@signet/trust';
import type { LoadedForGateways } from '../gateways/loaded-for-gateways.ts';
import type { ReadOwnDocument } from '../gateways/own-documents.ts';
import type { Reach, ReachMember } from '../revocations/reach.ts';
import { type HeldPlaces, heldPlaces } from '../workers/held-places.ts';
import { answerFrom } from '../workers/ledger-question.ts';
import { createPendingAnswers } from '../workers/pending-answers.ts';
import type { FromNode, NodeAnswer, NodeQuestion, PurgedThere, SentAway, ToNode } from './messages.ts';
import { ownEntries } from './own-entries.ts';

/** What a control node does for gateway nodes. */
export interface NodeServices {
  readonly feed: RevocationFeed;
  readonly reach: Reach;
  readonly limiter: Limiter;
  readonly quotas: Quotas;
  readonly ledger: SpendingLedger;
  readonly usedTokens: UsedTokens;
  readonly holds: Holds;
  readonly readOwnDocument: ReadOwnDocument;
  readonly readSecrets: ReadSharedSecrets;
  readonly readContextKeys: ReadContextKeys;
  readonly readHanded: ReadHanded;
  readonly findApiKey: FindApiKey;
  readonly findPrompt: FindPrompt;
  readonly record: (record: DecisionRecord) => void;
  readonly keep: (call: KeptCall) => void;
  readonly steady: SteadyClock;
  readonly wall: () => WallTime;
}

/** The way to a gateway node. */
export interface NodeSender {
  send(message: ToNode): boolean;
  pause(): void;
  resume(): void;
}

/** A gateway node that is connected. */
export interface NodeLink {
  readonly name: string;
  hear(message: FromNode): void;
  /** @throws Error when the node cannot take it over, or is gone */
  swap(loaded: LoadedForGateways): Promise<void>;
  states(): Promise<readonly GatewayState[]>;
  purge(order: PurgeAnswersRequest): Promise<PurgedThere>;
  sendAway(why: SentAway): void;
  /** Answers who stands for what it has applied. */
  gone(): ReachMember;
}

/** Questions that are being answered before it is asked to wait. */
const mostAsked = 1024;
/** Milliseconds that a page of a quota may lie ahead: no longer than a month. */
const longestQuota = 32 * 24 * 60 * 60 * 1000;

/** Milliseconds that a route may keep a call, and that the clock of a node may be ahead. */
const longestKept = 30 * 24 * 60 * 60 * 1000;
const longestAhead = 10 * 60 * 1000;

/** Places that a node may hold in all: as many as a limit can have. */
const mostHeld = 100_000;

/** @param name As its certificate says: what it calls itself is not asked. */
export function linkNode(
  name: string,
  { send, pause, resume }: NodeSender,
  services: NodeServices,
): NodeLink {
  const member = services.reach.join(name);
  const places = heldPlaces(services.holds, mostHeld);
  const taken = createPendingAnswers<string | undefined>();
  const told = createPendingAnswers<readonly GatewayState[]>();
  const forgotten = createPendingAnswers<PurgedThere>();
  let unsubscribe: (() => Promise<void>) | undefined;
  let asked = 0;
  let lastBeat = 0;

  function subscribe(subscription: number, after: number): void {
    void unsubscribe?.();
    unsubscribe = services.feed.subscribe(after, {
      entries: (entries) => send({ kind: 'entries', subscription, entries }),
      upToDate: (sequence) => send({ kind: 'upToDate', subscription, sequence, beat: lastBeat }),
    });
  }

  async function answer(question: NodeQuestion): Promise<void> {
    asked += 1;
    if (asked === mostAsked) pause();
    send(await answerTo(question, services, { name, places }));
    asked -= 1;
    if (asked === mostAsked / 2) resume();
  }

  return {
    name,
    hear(message) {
      switch (message.kind) {
        case 'beat':
          lastBeat = message.beat;
          send({ kind: 'beat', beat: message.beat });
          return;
        case 'subscribe':
          return subscribe(message.subscription, message.after);
        case 'applied':
          return member.applied(message.sequence);
        case 'done':
          return taken.settle(message.request, message.problem);
        case 'state':
          return told.settle(message.request, message.states.map(namedBy(name)));
        case 'purged':
          return forgotten.settle(message.request, message.purged);
        case 'records':
          return message.records.map(namedBy(name)).forEach(services.record);
        case 'keptCall':
          return keepFor(message.call, services);
        case 'release':
          return places.release(message.request);
        default:
          return void answer(message);
      }
    },
    async swap(loaded) {
      const problem = await taken.open((request) => send({ kind: 'configuration', request, loaded }));
      if (problem !== undefined) throw new Error(problem);
    },
    states: () => told.open((request) => send({ kind: 'state', request })),
    purge: (order) => forgotten.open((request) => send({ kind: 'purge', request, order })),
    sendAway: (why) => void send({ kind: 'sentAway', why }),
    gone() {
      const reason = new Error('The gateway node has gone.');
      taken.abandon(reason);
      told.abandon(reason);
      forgotten.abandon(reason);
      places.releaseAll();
      void unsubscribe?.();
      return member;
    },
  };
}

/** Whatever a node calls itself and its processes: it speaks for itself alone. */
function namedBy(name: string) {
  return <Said extends { readonly node: string }>(said: Said): Said => ({
    ...said,
    node: `${name}/${said.node.slice(0, 64)}`,
  });
}

/** No longer than any route may keep one, whatever a node says. */
function keepFor(call: KeptCall, { keep, wall }: NodeServices): void {
  if (call.at <= wall() + longestAhead && call.forgetAt <= call.at + longestKept) keep(call);
}

/** What cannot be answered is said to be so: the gateway then refuses, or goes on with what it knew. */
async function answerTo(
  question: NodeQuestion,
  services: NodeServices,
  { name, places }: { readonly name: string; readonly places: HeldPlaces },
): Promise<NodeAnswer> {
  const { request } = question;
  try {
    switch (question.kind) {
      case 'limit': {
        const { key, limit } = question;
        const answer = await services.limiter.take(key, limit, services.steady());
        return { kind: 'limitAnswer', request, answer };
      }
      case 'useToken': {
        const { name, milliseconds } = question;
        const isFirst = await services.usedTokens.use(name, milliseconds, services.steady());
        return { kind: 'useTokenAnswer', request, isFirst };
      }
      case 'quota': {
        const now = services.wall();
        if (question.asked.endsAt > now + longestQuota) return { kind: 'failedAnswer', request };
        return { kind: 'quotaAnswer', request, answer: await services.quotas.spend(question.asked, now) };
      }
      case 'hold': {
        const answer = await places.hold(question);
        if (answer === 'failed') return { kind: 'failedAnswer', request };
        return { kind: 'holdAnswer', request, isHeld: answer === 'held' };
      }
      case 'ledger': {
        const asked = ownEntries(name, question.asked, services.wall());
        if (asked === undefined) return { kind: 'failedAnswer', request };
        return { kind: 'ledgerAnswer', request, answer: await answerFrom(services.ledger, asked) };
      }
      case 'document': {
        const text = await services.readOwnDocument(question.path);
        return { kind: 'documentAnswer', request, ...(text === undefined ? {} : { text }) };
      }
      case 'secrets':
        return { kind: 'secretsAnswer', request, secrets: await services.readSecrets() };
      case 'contextKeys':
        return { kind: 'contextKeysAnswer', request, keys: await services.readContextKeys() };
      case 'handed':
        return { kind: 'handedAnswer', request, texts: await services.readHanded(question.reference) };
      case 'apiKey': {
        const found = await services.findApiKey(question.hash);
        return { kind: 'apiKeyAnswer', request, ...(found === undefined ? {} : { found }) };
      }
      case 'prompt': {
        const found = await services.findPrompt(question.name, question.wanted);
        return { kind: 'promptAnswer', request, ...(found === undefined ? {} : { found }) };
      }
    }
  } catch {
    return { kind: 'failedAnswer', request };
  }
}
