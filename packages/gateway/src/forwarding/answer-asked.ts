import type { Journey } from '../journey.ts';
import { rateLimitFields } from '../limits/rate-limit-fields.ts';
import type { Admitted } from '../steps/passage.ts';
import { notNeeded } from '../trace.ts';
import { traceHeaders } from '../tracing/trace-context.ts';
import { contextHeaders } from '../upstream/request-headers.ts';

const onlyAsked = notNeeded('only-asked', 'forward');

/**
 * Tells a proxy that it may forward the request, and what to tell the upstream of who calls. A claim that the token lacks is said
 * as an empty header: the proxy then puts that in place of what the client may have sent. So with the trace that the request is of.
 */
export function answerAsked(journey: Journey, admitted: Admitted): void {
  const { call, trace, reference, context } = journey;
  trace.tell(onlyAsked);
  journey.status = 200;
  call.answer.begin(200, [
    ...['signet-reference', reference, 'cache-control', 'no-store', 'content-length', '0'],
    ...contextHeaders(admitted, { evenEmpty: true }),
    ...addedHeaders(journey, admitted),
    ...(context === undefined ? [] : traceHeaders(context, 'proxy')),
    ...rateLimitFields(trace.told),
  ]);
  call.answer.end();
}

/** What the check of the route said; what it did not say is empty, for the same reason. */
function addedHeaders({ added }: Journey, { route: { check } }: Admitted): readonly string[] {
  const said = new Set(added.filter((_, index) => index % 2 === 0));
  const unsaid = check?.adds.filter((name) => !said.has(name)) ?? [];
  return [...added, ...unsaid.flatMap((name) => [name, ''])];
}
