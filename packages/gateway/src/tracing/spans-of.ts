import { elapsed, type SteadyTime } from '@signet/contracts';
import type { Journey } from '../journey.ts';
import type { ModelTrace } from '../models/model-trace.ts';
import type { Span, SpanAttributes, SpanEvent } from '../ports/index.ts';
import { outcomeOf } from '../recording/meter.ts';
import { readFields } from '../recording/read-fields.ts';
import { shownPath } from '../recording/shown-path.ts';
import { factsOf } from '../recording/step-facts.ts';
import type { AttemptTrace } from '../trace.ts';
import { genAiSpan } from './gen-ai.ts';
import type { TraceContext } from './trace-context.ts';

/** The request, with its steps as events; and, where it was sent on, what the upstream took of it. */
export function spansOf(journey: Journey, context: TraceContext, endedAt: SteadyTime): readonly Span[] {
  const { trace, startedAt, forwardedAt, call, status, denial } = journey;
  const wallAt = (time: SteadyTime) => journey.at + elapsed(startedAt, time);
  const { traceId, state } = context;
  const route = trace.last('match-route')?.route;
  const method = knownMethod(call.method);
  const end = wallAt(endedAt);
  const request: Span = {
    traceId,
    spanId: context.spanId,
    parentId: context.parentId,
    state,
    kind: 'server',
    name: route === undefined ? method : `${method} ${route.pattern}`,
    start: journey.at,
    end,
    attributes: requestAttributes(journey, method),
    events: [...stepEvents(journey, wallAt), ...refusalEvent(journey, end)],
    failed: status >= 500 || (denial !== undefined && outcomeOf(denial, status) === 'failed'),
  };
  const attempts = trace.told.filter(
    (one): one is AttemptTrace => one.step === 'forward' && 'attempt' in one,
  );
  const last = attempts.at(-1);
  if (last === undefined || forwardedAt === undefined) return [request];
  const genAi = genAiSpan(
    trace.told.find((one): one is ModelTrace => one.step === 'forward' && 'asked' in one),
  );
  return [
    request,
    {
      traceId,
      spanId: context.forwardId,
      parentId: context.spanId,
      state,
      kind: 'client',
      name: genAi?.name ?? method,
      start: wallAt(forwardedAt),
      end,
      attributes: {
        'http.request.method': method,
        'server.address': last.target,
        'signet.upstream': last.upstream,
        ...genAi?.attributes,
        ...(last.status === undefined ? {} : { 'http.response.status_code': last.status }),
        ...(last.failure === undefined ? {} : { 'error.type': last.failure.kind }),
        ...(attempts.length > 1 ? { 'http.request.resend_count': attempts.length - 1 } : {}),
      },
      events: [],
      failed: last.failure !== undefined || (last.status ?? 0) >= 400,
    },
  ];
}

function requestAttributes(journey: Journey, method: string): SpanAttributes {
  const { call, trace, denial, status, reference, address, scheme } = journey;
  const route = trace.last('match-route')?.route;
  const { host, userAgent } = readFields(call.rawHeaders);
  return {
    'http.request.method': method,
    'url.path': shownPath(journey),
    'url.scheme': scheme,
    'network.protocol.version': call.version,
    'client.address': address,
    'signet.reference': reference,
    'signet.outcome': outcomeOf(denial, status),
    ...(status === 0 ? {} : { 'http.response.status_code': status }),
    ...(route === undefined ? {} : { 'http.route': route.pattern, 'signet.route': route.id }),
    ...(host === undefined ? {} : { 'server.address': host }),
    ...(userAgent === undefined ? {} : { 'user_agent.original': userAgent }),
    ...(denial === undefined ? {} : { 'error.type': denial.refusal.code }),
  };
}

/** What each step says of itself in a record of the request. */
function stepEvents({ trace }: Journey, wallAt: (time: SteadyTime) => number): readonly SpanEvent[] {
  return trace.told.flatMap((told, index) => {
    const time = trace.times[index];
    if (told.step === undefined || time === undefined) return [];
    const facts: Readonly<Record<string, string | number | boolean | undefined>> = { ...factsOf(told) };
    const known = Object.entries(facts).flatMap(([name, value]) =>
      value === undefined ? [] : [[`signet.${name}`, value] as const],
    );
    return [{ name: told.step, at: wallAt(time), attributes: Object.fromEntries(known) }];
  });
}

function refusalEvent({ denial }: Journey, end: number): readonly SpanEvent[] {
  if (denial === undefined) return [];
  const attributes = { 'signet.step': denial.step, 'error.type': denial.refusal.code };
  return [{ name: 'refused', at: end, attributes }];
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);

/** A method that nobody knows is one of a client's making, and names no span. */
function knownMethod(method: string): string {
  return methods.has(method) ? method : '_OTHER';
}
