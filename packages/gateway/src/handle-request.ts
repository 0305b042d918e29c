import { Denial, internalError } from './denial.ts';
import { deny } from './deny.ts';
import { forward } from './forward.ts';
import { bodyTooLarge } from './forwarding/client-body.ts';
import type { Journey } from './journey.ts';
import type { Limiter, ReportFault } from './ports/index.ts';
import { type Recording, record } from './record.ts';
import { closeAfterAnswer } from './request/closing-connections.ts';
import { readHead } from './request/read-head.ts';
import type { RequestHead } from './request/request-head.ts';
import { settleExceptions } from './request/settle-exceptions.ts';
import type { RevocationReplica } from './revocation/replica.ts';
import type { Seats } from './seats.ts';
import { authorize } from './steps/authorize.ts';
import { checkRevocation } from './steps/check-revocation.ts';
import { extractToken } from './steps/extract-token.ts';
import { limit } from './steps/limit.ts';
import { matchRoute } from './steps/match-route.ts';
import type { Authorized, Matched, MatchedGuarded, MatchedOpen } from './steps/passage.ts';
import { verifyToken } from './steps/verify-token.ts';

/** What the steps ask, beside the snapshot. */
export interface Services {
  readonly replica: RevocationReplica;
  readonly limiter: Limiter;
  readonly recording: Recording;
  readonly reportFault: ReportFault;
  readonly seats: Seats;
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
  const { request, live } = journey;
  const { gateway, routes, headerKinds } = live.snapshot;

  const read = readHead(request, headerKinds);
  if (read instanceof Denial) {
    // At once, for the parser may hold bytes behind this head, and nobody knows whether they are a request.
    closeAfterAnswer(request.socket);
    return read;
  }
  journey.dropped = read.dropped;
  const { body } = read;
  if (body.kind === 'length' && body.bytes > gateway.maxBodyBytes) return bodyTooLarge(gateway.maxBodyBytes);

  journey.step = 'match-route';
  const matched = matchRoute(read, routes);
  if (matched instanceof Denial) return matched;
  journey.path = matched.path;
  journey.route = matched.route;
  const head = settleExceptions(read, matched.route);
  journey.dropped = head.dropped;

  const allowed = isOpen(matched)
    ? matched
    : await passGuards(matched as MatchedGuarded, head, journey, services);
  if (allowed instanceof Denial) return allowed;

  journey.step = 'limit';
  const limited = limit(allowed, services.limiter, { address: journey.address, now: journey.startedAt });
  const admitted = limited instanceof Promise ? await limited : limited;
  if (admitted instanceof Denial) return admitted;

  journey.step = 'forward';
  await forward(journey, head, admitted, services.seats);
  return undefined;
}

/** The steps of a protected route. What is known at once is not waited for. */
async function passGuards(
  matched: MatchedGuarded,
  head: RequestHead,
  journey: Journey,
  { replica }: Services,
): Promise<Authorized | Denial> {
  const { live } = journey;
  const { maxTokenBytes, maxTokenValues, clockSkew, revocationStaleness } = live.snapshot.gateway;

  journey.step = 'extract-token';
  const presented = extractToken(matched, head, maxTokenBytes);
  if (presented instanceof Denial) return presented;
  journey.presented = presented.compact;

  journey.step = 'verify-token';
  const verifying = verifyToken(presented, {
    cache: live.tokens,
    keysOf: live.keysOf,
    clockSkew: clockSkew / 1000,
    now: { wall: journey.at, steady: journey.startedAt },
    maxValues: maxTokenValues,
  });
  const verified = verifying instanceof Promise ? await verifying : verifying;
  if (verified instanceof Denial) return verified;
  journey.token = verified.token;

  journey.step = 'check-revocation';
  const active = checkRevocation(verified, replica, revocationStaleness, journey.startedAt);
  if (active instanceof Denial) return active;

  journey.step = 'authorize';
  return authorize(active);
}

function isOpen(matched: Matched): matched is MatchedOpen {
  return matched.route.kind === 'public';
}
