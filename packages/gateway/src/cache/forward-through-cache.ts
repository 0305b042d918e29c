import { deny } from '../deny.ts';
import { type ForwardServices, forward, upstreamOf } from '../forward.ts';
import { clientClosed } from '../forwarding/client-closed.ts';
import { Relay } from '../forwarding/relay.ts';
import { targetOf } from '../forwarding/upstream-request.ts';
import type { Journey } from '../journey.ts';
import type { ReportFault } from '../ports/index.ts';
import type { RequestHead } from '../request/request-head.ts';
import type { Admitted } from '../steps/passage.ts';
import type { CacheTrace } from '../trace.ts';
import { askOf } from './ask-of.ts';
import type { Asked } from './asked.ts';
import { cacheStatus, type Forwarded, type StatusParts } from './cache-status.ts';
import { CachingRelay } from './caching-relay.ts';
import { hasConditions, withoutConditions, withValidators } from './conditions-of.ts';
import type { Fill, FillEnd } from './fill.ts';
import { type KeptAnswer, validatorsOf } from './kept-answer.ts';
import { KeptRelay } from './kept-relay.ts';
import { PassingRelay } from './passing-relay.ts';
import { refreshJourney } from './refresh-journey.ts';

export interface CachedParts {
  readonly journey: Journey;
  readonly head: RequestHead;
  readonly admitted: Admitted;
  readonly services: ForwardServices;
  readonly reportFault: ReportFault;
}

/** A client waits so long for the fetch of another, and then asks for itself. */
const longestWait = 5_000;
/** How often it begins to wait anew, where those it waited for went away. */
const mostWaits = 3;

/** Sends a request on that may change what is kept, and otherwise as if nothing were kept anywhere. */
export function forwardChanging(parts: CachedParts): Promise<void> {
  return pass(parts, undefined);
}

/** Answers an admitted request by what is kept for it, or sends it on and keeps what may be kept. */
export async function forwardThroughCache(parts: CachedParts): Promise<void> {
  const { journey, head, admitted } = parts;
  const { id, cache: rules } = admitted.route;
  const told: CacheTrace = { step: 'forward', result: 'pass', kept: false, age: undefined };
  journey.trace.tell(told);
  const place = { upstream: upstreamOf(admitted, journey, head), target: targetOf(head, admitted) };
  const asked = rules && askOf(journey, head, admitted, rules, place);
  if (asked === undefined) await pass(parts, cacheStatus({ fwd: 'bypass' }));
  else await answer(parts, asked, told);
  journey.live.answers.counts.answered(id, told.result);
}

function pass({ journey, head, admitted, services }: CachedParts, status: string | undefined): Promise<void> {
  const { answers } = journey.live;
  const recipient = new PassingRelay(new Relay(journey), { answers, head, admitted, status });
  return forward(journey, head, admitted, { ...services, recipient });
}

async function answer(parts: CachedParts, asked: Asked, told: CacheTrace): Promise<void> {
  const { answers } = parts.journey.live;
  let collapsed = false;
  for (let waits = 0; ; waits += 1) {
    const found = answers.find(asked);
    const kept = found.answer;
    const use = kept?.freshness.use(asked.directives);
    if (kept !== undefined && use !== 'ask-first') {
      told.result = kept.freshness.left >= 0 ? 'hit' : 'stale';
      if (use === 'stale-while-revalidate') refresh(parts, asked, kept);
      return answerBy(parts.journey, asked, told, {
        kept,
        headers: parts.head.headers,
        status: collapsed ? { fwd: 'uri-miss', collapsed } : {},
      });
    }
    const underWay = waits < mostWaits && !asked.isHead ? answers.fillOf(asked) : undefined;
    const end = underWay === undefined ? undefined : await waitFor(underWay);
    if (end !== 'kept' && end !== 'left') return fetchAnswer(parts, asked, told, found);
    collapsed = end === 'kept';
  }
}

/** Waits for the fetch of another, though not for ever. */
function waitFor(fill: Fill): Promise<FillEnd | 'too-long'> {
  return new Promise((heard) => {
    const timer = setTimeout(() => {
      takeBack();
      heard('too-long');
    }, longestWait);
    const takeBack = fill.wait((end) => {
      clearTimeout(timer);
      heard(end);
    });
  });
}

interface Answering {
  readonly kept: KeptAnswer;
  /** Of the request. */
  readonly headers: readonly string[];
  readonly status: StatusParts;
}

/** Resolves when the client has all of it, or never will. */
function answerBy(
  journey: Journey,
  { isHead }: Asked,
  told: CacheTrace,
  { kept, headers, status }: Answering,
): Promise<void> {
  const { answer } = journey;
  told.age = kept.freshness.age;
  return new Promise((settled) => {
    if (answer.over) {
      deny(journey, clientClosed());
      settled();
      return;
    }
    const relay = new Relay(journey);
    const sender: { send?: KeptRelay } = {};
    answer.watch({
      readerMoves() {
        relay.readerMoves();
        sender.send?.send();
      },
      closed() {
        relay.closed();
        if (!answer.finished) deny(journey, clientClosed());
        settled();
      },
    });
    sender.send = new KeptRelay({ relay, kept, asked: headers, isHead, status });
    sender.send.send();
  });
}

interface Found {
  readonly answer: KeptAnswer | undefined;
  readonly any: boolean;
}

function fetchAnswer(
  { journey, head, admitted, services }: CachedParts,
  asked: Asked,
  told: CacheTrace,
  { answer: kept, any }: Found,
): Promise<void> {
  const { answers } = journey.live;
  told.result = 'miss';
  const validators = kept && validatorsOf(kept.headers);
  const asking =
    validators === undefined ? head : { ...head, headers: withValidators(head.headers, validators) };
  const isForAll = !asked.isHead && (validators !== undefined || !hasConditions(head.headers));
  const recipient = new CachingRelay({
    relay: new Relay(journey),
    cache: answers,
    asked,
    headers: head.headers,
    fill: answers.begin(asked, isForAll),
    fwd: reasonOf(kept, any),
    kept: kept && { answer: kept, asksForChange: validators !== undefined },
    told,
    steady: services.steady,
  });
  return forward(journey, asking, admitted, { ...services, recipient }).finally(() => recipient.closed());
}

function reasonOf(kept: KeptAnswer | undefined, any: boolean): Forwarded {
  if (kept === undefined) return any ? 'vary-miss' : 'uri-miss';
  return kept.freshness.left < 0 ? 'stale' : 'request';
}

/** Asks the upstream while the client has the stale answer already (RFC 5861 §3): one at a time, and not many in all. */
function refresh(parts: CachedParts, asked: Asked, kept: KeptAnswer): void {
  const { live } = parts.journey;
  if (live.answers.fillOf(asked) !== undefined) return;
  const giveBack = live.answers.takeRefresh();
  if (giveBack === undefined) return;
  const journey = refreshJourney(parts.journey);
  const head: RequestHead = { ...parts.head, method: 'GET', headers: withoutConditions(parts.head.headers) };
  const told: CacheTrace = { step: 'forward', result: 'miss', kept: false, age: undefined };
  live.enter();
  fetchAnswer({ ...parts, journey, head }, { ...asked, isHead: false }, told, { answer: kept, any: true })
    .catch((error: unknown) => parts.reportFault(error, journey.reference))
    .finally(() => {
      giveBack();
      parts.services.seats.leave(journey);
      live.leave();
    });
}
