import { refusal, type SignetRefusal } from '@signet/contracts';
import { Denial } from '../denial.ts';
import { parameterFault } from '../described/check-parameters.ts';
import type { CompiledBody, CompiledRequest } from '../described/compiled-request.ts';
import { HeldBody } from '../described/held-body.ts';
import type { HeldBytes } from '../described/held-bytes.ts';
import { bodyTooLong, holdBody } from '../described/hold-body.ts';
import { bodyFault, typeFault } from '../described/read-body.ts';
import type { Journey } from '../journey.ts';
import type { RequestHead } from '../request/request-head.ts';
import type { Admitted } from './passage.ts';

/**
 * Holds parameters and body against what the route says of them. Of a body nothing is asked for before all else has been found good; it is
 * then held until it is there whole, and goes on as it came.
 */
export function checkRequest(
  journey: Journey,
  head: RequestHead,
  { route, path }: Admitted,
  room: HeldBytes,
): Denial | undefined | Promise<Denial | undefined> {
  const { request } = route;
  if (request === undefined) return undefined;
  const { body } = request;
  if (body !== undefined && journey.call.onlyAsked === true) return notSeen(route.id);
  const wrong = parameterFault(request, { head, pattern: route.pattern, path });
  if (wrong !== undefined) return refuse(wrong);
  if (body === undefined || head.body.kind === 'none') {
    if (body?.required === true) return refuse(refusal('request_not_as_described.no_body'));
    tell(journey, request, undefined);
    return undefined;
  }
  const unreadable = typeFault(head.headers);
  if (unreadable !== undefined) return refuse(unreadable);
  if (head.body.kind === 'length' && head.body.bytes > body.maxBytes) return bodyTooLong(body.maxBytes, true);
  return checkBody(journey, head, request, body, room);
}

async function checkBody(
  journey: Journey,
  head: RequestHead,
  request: CompiledRequest,
  body: CompiledBody,
  room: HeldBytes,
): Promise<Denial | undefined> {
  const { call, live } = journey;
  if (head.expectsContinue) call.answer.continue();
  const bytes = await holdBody(call.body, {
    maxBytes: body.maxBytes,
    patience: live.snapshot.gateway.requestTimeout,
    room,
    interruptible: (interrupt) => {
      journey.interrupt = interrupt;
    },
  });
  if (bytes instanceof Denial) return bytes;
  const held = new HeldBody(bytes, call.body.rawTrailers, () => room.give(bytes.length));
  journey.held.push({ givenBack: () => held.destroy() });
  const wrong = bodyFault(bytes, body);
  if (wrong !== undefined) return refuse(wrong);
  tell(journey, request, bytes.length);
  journey.heldBody = held;
  return undefined;
}

function tell({ trace }: Journey, { parameters }: CompiledRequest, bytes: number | undefined): void {
  trace.tell({ step: 'check-request', parameters: parameters.length, bytes });
}

/** Whoever asks sends the body elsewhere, and it would go unchecked. */
function notSeen(route: string): Denial {
  const note = `Route ${route} holds bodies against a schema, and a proxy asked that sends them elsewhere`;
  return new Denial('check-request', refusal('route_not_found'), { note });
}

function refuse(told: SignetRefusal): Denial {
  return new Denial('check-request', told);
}
