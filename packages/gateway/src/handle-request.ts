import type { Calendar } from '@signet/ai';
import { elapsed, type Moment, refusal } from '@signet/contracts';
import { isLoopback } from '@signet/token/keys';
import type { RevocationReplica } from '@signet/trust';
import { AnswerShape } from './answers/answer-rules.ts';
import type { KnownKeys } from './api-keys/known-keys.ts';
import { type CachedParts, forwardChanging, forwardThroughCache } from './cache/forward-through-cache.ts';
import { smallerAnswer } from './compression/smaller-answer.ts';
import { refuseUnsigned } from './context/with-context.ts';
import { Denial, internalError } from './denial.ts';
import { deny } from './deny.ts';
import type { HeldBytes } from './described/held-bytes.ts';
import { forward } from './forward.ts';
import { answerAsked } from './forwarding/answer-asked.ts';
import { answerHere } from './forwarding/answer-here.ts';
import type { Journey } from './journey.ts';
import type { KnownMachines } from './machines/known-machines.ts';
import { askMcp } from './mcp/ask-mcp.ts';
import type { CallInside } from './mcp/own/own-talk.ts';
import { speakRpc } from './mcp/speak-rpc.ts';
import { askModel } from './models/ask-model.ts';
import { protocolAt } from './models/door-of.ts';
import { modelCredentials } from './models/model-credentials.ts';
import { speakRefusal } from './models/speak-refusal.ts';
import type { Limiter, Quotas, ReportFault, SpendingLedger, UsedTokens } from './ports/index.ts';
import type { KnownPrompts } from './prompts/known-prompts.ts';
import { type Recording, record } from './record.ts';
import { addressedOrigin } from './request/addressed-origin.ts';
import type { RequestHead } from './request/request-head.ts';
import { settleExceptions } from './request/settle-exceptions.ts';
import { takeAside, takeKeyAside } from './request/take-aside.ts';
import type { TrustsProxy } from './request/trusted-proxies.ts';
import type { Seats } from './seats.ts';
import type { CompiledRoute, GuardedRoute } from './snapshot/compiled-route.ts';
import { payForCall } from './spending/pay-for-call.ts';
import type { Unbooked } from './spending/unbooked.ts';
import type { Unwritten } from './spending/unwritten.ts';
import { answerPreflight } from './steps/answer-preflight.ts';
import { askWebhook } from './steps/ask-webhook.ts';
import { authorize } from './steps/authorize.ts';
import { checkRequest } from './steps/check-request.ts';
import { checkRevocation } from './steps/check-revocation.ts';
import { extractBasic } from './steps/extract-basic.ts';
import { extractKey } from './steps/extract-key.ts';
import { extractToken } from './steps/extract-token.ts';
import { limit } from './steps/limit.ts';
import { matchRoute } from './steps/match-route.ts';
import type {
  Admitted,
  Authorized,
  Matched,
  MatchedGuarded,
  MatchedOpen,
  Nobodys,
  PresentedKey,
  PresentedPassword,
  Verified,
} from './steps/passage.ts';
import { proveKey, useProof } from './steps/prove-key.ts';
import { readRequest } from './steps/read-request.ts';
import { refuseNetwork } from './steps/refuse-network.ts';
import { refusedSince } from './steps/still-admitted.ts';
import { oneUseOf, useOnce } from './steps/use-once.ts';
import { verifyKey } from './steps/verify-key.ts';
import { verifyMachine } from './steps/verify-machine.ts';
import { verifyToken } from './steps/verify-token.ts';
import { notNeeded } from './trace.ts';
import type { Webhooks } from './webhook/webhooks.ts';
import type { OpenSockets } from './websocket/open-sockets.ts';

/** The steps of a protected route, on one that is open to everyone. */
const noGuards = notNeeded('public-route', 'extract-token', 'verify-token', 'check-revocation', 'authorize');

/** Those of one that takes requests without a token too, for such a request. */
const noToken = notNeeded('no-token', 'extract-token', 'verify-token', 'check-revocation', 'authorize');

/** What the steps ask, beside the snapshot. */
export interface Services {
  readonly replica: RevocationReplica;
  readonly keys: KnownKeys;
  readonly machines: KnownMachines;
  readonly limiter: Limiter;
  readonly quotas: Quotas;
  readonly ledger: SpendingLedger;
  readonly calendar: Calendar;
  readonly unwritten: Unwritten;
  readonly unbooked: Unbooked;
  readonly usedTokens: UsedTokens;
  readonly recording: Recording;
  readonly reportFault: ReportFault;
  readonly seats: Seats;
  readonly trustsProxy: TrustsProxy;
  readonly sockets: OpenSockets;
  /** What is held of bodies that are looked into. */
  readonly bodies: HeldBytes;
  readonly prompts: KnownPrompts;
  /** A route that is called as a tool is called by the same steps. */
  readonly callInside: CallInside;
  readonly now: () => Moment;
  readonly webhooks: Webhooks;
}

/**
 * Takes a request through the steps, in this order and no other, and records it whatever happens. A step that
 * throws has a bug; the request is refused.
 */
export async function handleRequest(journey: Journey, services: Services): Promise<void> {
  try {
    const denial = await takeSteps(journey, services);
    if (denial !== undefined) deny(journey, denial);
  } catch (error) {
    services.reportFault(error, journey.reference);
    deny(journey, internalError(journey.step, error));
  } finally {
    record(journey, services.recording, journey.live.snapshot.gateway.records);
  }
}

async function takeSteps(journey: Journey, services: Services): Promise<Denial | undefined> {
  const { call, live, trace } = journey;

  const read = readRequest(call, live.snapshot, trace);
  if (read instanceof Denial) return read;

  journey.step = 'match-route';
  const preflight = answerPreflight(journey, read);
  if (preflight !== false) return preflight === true ? undefined : preflight;
  const matched = matchRoute(read, live.snapshot.routes, trace);
  if (matched instanceof Denial) return matched;
  if (journey.onlyRoute !== undefined && matched.route.id !== journey.onlyRoute)
    return otherRoute(matched.route.id);
  const { rules } = matched.route;
  if (rules !== undefined) {
    const isSecure = () => addressedOrigin(journey, read, services.trustsProxy).startsWith('https:');
    journey.shape = new AnswerShape(rules, read.headers, isSecure);
  }
  const { llm, mcp } = matched.route;
  if (mcp !== undefined) {
    journey.speak = speakRpc({ id: undefined });
    journey.resource = mcp.resource;
  }
  if (llm !== undefined && llm.prompts === undefined) {
    const protocol = protocolAt(matched.path);
    journey.speak = (problem) => speakRefusal(protocol, problem);
  }
  const stranger = refuseNetwork(matched, journey.address);
  if (stranger !== undefined) return stranger;
  const sound = settleExceptions(read, matched.route, trace);
  const settled = llm === undefined ? sound : modelCredentials(sound, takesKeys(matched));
  if (settled instanceof Denial) return settled;
  const head = isOpen(matched) ? settled : credentialsAside(settled, (matched as MatchedGuarded).route);

  if (isOpen(matched)) trace.tell(noGuards);
  const allowed = isOpen(matched)
    ? matched
    : await passGuards(matched as MatchedGuarded, head, journey, services);
  if (allowed instanceof Denial) return offeringBasic(allowed, matched);

  const oneUse = oneUseOf(allowed, live.snapshot.gateway.clockSkew, journey.at);
  if (oneUse instanceof Denial) return oneUse;

  journey.step = 'limit';
  const limited = limit(allowed, services, {
    address: journey.address,
    now: journey.startedAt,
    at: journey.at,
    trace,
    hold: (name, most) => services.seats.hold(journey, name, most),
  });
  const admitted = limited instanceof Promise ? await limited : limited;
  if (admitted instanceof Denial) return admitted;

  if (call.onlyAsked === true && changesRequests(admitted.route)) return notTransformed(admitted.route.id);
  if (admitted.route.request !== undefined) {
    journey.step = 'check-request';
    const wrong = await checkAll(journey, head, admitted, services);
    if (wrong !== undefined) return wrong;
  }
  if (admitted.route.ownKeys) {
    const unsigned = await refuseUnsigned(admitted.route, live.contextKeys);
    if (unsigned !== undefined) return unsigned;
  }
  const { check } = admitted.route;
  if (check !== undefined) {
    journey.step = 'ask-webhook';
    const { webhooks, recording } = services;
    const unchecked = await askWebhook(journey, head, admitted, check, {
      webhooks,
      steady: recording.steady,
    });
    if (unchecked !== undefined) return unchecked;
  }
  // What a client waits for before it sends its body was said when that was asked for.
  const onward = journey.heldBody === undefined ? head : { ...head, expectsContinue: false };
  if (oneUse !== undefined) {
    journey.step = 'check-revocation';
    const using = useOnce(oneUse, { used: services.usedTokens, now: journey.startedAt, trace });
    const used = using instanceof Promise ? await using : using;
    if (used !== undefined) return used;
  }

  journey.step = 'forward';
  const { answer } = admitted.route;
  if (answer !== undefined) return answerHere(journey, head, admitted, answer);
  if (call.onlyAsked === true && llm === undefined && mcp === undefined) {
    answerAsked(journey, admitted);
    return undefined;
  }
  const { seats, sockets, recording } = services;
  journey.forwardedAt = services.recording.steady();
  if (llm !== undefined) {
    const { bodies, prompts } = services;
    const { steady, recorder } = recording;
    const asking = { seats, steady, bodies, spending: services, prompts, recorder };
    return askModel(journey, onward, admitted, llm, asking);
  }
  if (mcp !== undefined) {
    const { bodies, limiter, now, prompts, callInside } = services;
    const asking = { seats, steady: recording.steady, bodies, limiter, now, prompts, callInside };
    return askMcp(journey, onward, admitted, mcp, asking);
  }
  const forwarding = {
    seats,
    sockets,
    steady: recording.steady,
    refusedSince: refusedSince(admitted, journey, services),
  };
  const parts = { journey, head: onward, admitted, services: forwarding, reportFault: services.reportFault };
  return payForCall(journey, onward, admitted, services, () => sendOn(parts));
}

/** The arguments of a tool lead elsewhere than its route: what is there, nobody has made a tool. */
function otherRoute(route: string): Denial {
  const note = `The address is one of route ${route}, and another one was called as a tool`;
  return new Denial('match-route', refusal('route_not_found'), { note });
}

/** To its upstream, or to what is kept of its answers. */
async function sendOn(parts: CachedParts): Promise<void> {
  const { journey, head, admitted, services } = parts;
  const { cache, changesKept, compression } = admitted.route;
  if (compression !== undefined) journey.answer = smallerAnswer(journey, compression);
  if (cache === undefined && !changesKept) await forward(journey, head, admitted, services);
  else await (cache === undefined ? forwardChanging(parts) : forwardThroughCache(parts));
}

/** Of a context token too its upstream must not be without, and only who forwards knows for which request it is. */
function changesRequests({ transform, contextToken }: CompiledRoute): boolean {
  return transform?.changesRequests === true || contextToken !== undefined;
}

/** Milliseconds for which a body may come before it is asked again whether its caller is still let in. */
const bodyPatience = 1_000;

/** Whoever sends a body slowly must be let in still when it is there. */
async function checkAll(
  journey: Journey,
  head: RequestHead,
  admitted: Admitted,
  services: Services,
): Promise<Denial | undefined> {
  const wrong = await checkRequest(journey, head, admitted, services.bodies);
  if (wrong !== undefined || journey.heldBody === undefined) return wrong;
  const now = services.now();
  if (elapsed(journey.startedAt, now.steady) < bodyPatience) return undefined;
  return refusedSince(admitted, journey, services)(now);
}

/** Whoever asks forwards the request as it came: what the route would change of it, its upstream must not be without. */
function notTransformed(route: string): Denial {
  const note = `Route ${route} changes requests, and a proxy asked whether to forward this one as it is`;
  return new Denial('forward', refusal('route_not_found'), { note });
}

/** The steps of a protected route. What is known at once is not waited for. */
async function passGuards(
  matched: MatchedGuarded,
  head: RequestHead,
  journey: Journey,
  services: Services,
): Promise<Authorized | Nobodys | Denial> {
  const { replica, limiter, trustsProxy } = services;
  const { live, trace } = journey;
  const { maxTokenBytes, maxTokenValues, clockSkew } = live.snapshot.gateway;

  journey.step = 'extract-token';
  const key = extractKey(matched, head, maxTokenBytes, trace);
  if (key instanceof Denial) return key;
  if (key !== undefined) return passWithKey(key, head, journey, services);
  const password = extractBasic(matched, head, {
    maxBytes: maxTokenBytes,
    trace,
    cameSafely: () => cameSafely(journey, head, trustsProxy),
  });
  if (password instanceof Denial) return password;
  if (password !== undefined) return passWithPassword(password, head, journey, services);
  const presented = extractToken(matched, head, maxTokenBytes, trace);
  if (presented instanceof Denial) return presented;
  if (!('compact' in presented)) {
    trace.tell(noToken);
    return presented;
  }
  journey.presented = presented.compact;
  journey.byCookie = presented.page !== undefined;

  journey.step = 'verify-token';
  const now = { wall: journey.at, steady: journey.startedAt };
  const proving = proveKey(presented, {
    head,
    origin: () => addressedOrigin(journey, head, trustsProxy),
    now,
  });
  const proven = proving === undefined ? undefined : await proving;
  if (proven instanceof Denial) return proven;
  const verifying = verifyToken(presented, {
    cache: live.tokens,
    keysOf: live.keysOf,
    introspectorOf: live.introspectorOf,
    address: journey.address,
    clockSkew: clockSkew / 1000,
    now,
    maxValues: maxTokenValues,
    trace,
    certificate: () => live.snapshot.shownCertificate(journey.call, journey.at),
    proofKey: proven?.jkt,
    revokedKey: (issuer, kid) => replica.revoked.namesKey(issuer, kid),
  });
  const verified = verifying instanceof Promise ? await verifying : verifying;
  if (verified instanceof Denial) return verified;
  const usedBefore = proven === undefined ? undefined : await useProof(proven, limiter, now);
  if (usedBefore !== undefined) return usedBefore;
  return passWithVerified(verified, head, journey, services);
}

/** The same steps, by an API key in place of a token. */
async function passWithKey(
  presented: PresentedKey | Nobodys,
  head: RequestHead,
  journey: Journey,
  services: Services,
): Promise<Authorized | Nobodys | Denial> {
  const { trace, address, at: wall, startedAt: steady } = journey;
  if (!('keyHash' in presented)) {
    trace.tell(noToken);
    return presented;
  }
  journey.step = 'verify-token';
  const verifying = verifyKey(presented, { keys: services.keys, address, now: { wall, steady }, trace });
  const verified = verifying instanceof Promise ? await verifying : verifying;
  return verified instanceof Denial ? verified : passWithVerified(verified, head, journey, services);
}

/** The same steps, by the name and the password of a machine in place of a token. */
async function passWithPassword(
  presented: PresentedPassword | Nobodys,
  head: RequestHead,
  journey: Journey,
  services: Services,
): Promise<Authorized | Nobodys | Denial> {
  const { trace, address, at: wall, startedAt: steady } = journey;
  if (!('shown' in presented)) {
    trace.tell(noToken);
    return presented;
  }
  journey.step = 'verify-token';
  const { machines } = services;
  const verifying = verifyMachine(presented, { machines, address, now: { wall, steady }, trace });
  const verified = verifying instanceof Promise ? await verifying : verifying;
  return verified instanceof Denial ? verified : passWithVerified(verified, head, journey, services);
}

/** By HTTPS, or without leaving this machine; a proxy that asks says by what its client came, and where it says nothing, nobody knows. */
function cameSafely(journey: Journey, head: RequestHead, trusts: TrustsProxy): boolean {
  if (addressedOrigin(journey, head, trusts).startsWith('https:')) return true;
  const { address, call } = journey;
  return (
    call.onlyAsked !== true && isLoopback({ hostname: address.includes(':') ? `[${address}]` : address })
  );
}

/** Who came with nothing good is told that a name with its password would do; but not to send it once more where others read it. */
function offeringBasic(denial: Denial, { route }: Matched): Denial {
  const { step, refusal: told, details } = denial;
  if (route.kind !== 'protected' || route.basic === undefined || told.variant === 'plain_http') return denial;
  return new Denial(step, told, { ...details, basic: route.basic.besideTokens ? 'beside' : 'alone' });
}

function passWithVerified(
  verified: Verified,
  head: RequestHead,
  journey: Journey,
  { replica }: Services,
): Authorized | Denial {
  const { trace, live } = journey;
  const { clockSkew, revocationStaleness } = live.snapshot.gateway;

  journey.step = 'check-revocation';
  const active = checkRevocation(verified, replica, revocationStaleness, journey.startedAt, trace);
  if (active instanceof Denial) return active;

  journey.step = 'authorize';
  return authorize(active, { head, now: journey.at / 1000, clockSkew: clockSkew / 1000, trace });
}

/** What the route lets a credential stand in goes no further. */
function credentialsAside(head: RequestHead, { elsewhere, apiKey }: GuardedRoute): RequestHead {
  return takeKeyAside(takeAside(head, elsewhere), apiKey);
}

function takesKeys({ route }: Matched): boolean {
  return route.kind === 'protected' && route.apiKey !== undefined;
}

function isOpen(matched: Matched): matched is MatchedOpen {
  return matched.route.kind === 'public';
}
