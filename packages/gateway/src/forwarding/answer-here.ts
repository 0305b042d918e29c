import { refusal } from '@signet/contracts';
import type { OwnAnswer } from '../answers/own-answer.ts';
import { Denial } from '../denial.ts';
import type { Journey } from '../journey.ts';
import { rateLimitFields } from '../limits/rate-limit-fields.ts';
import type { RequestHead } from '../request/request-head.ts';
import type { Admitted } from '../steps/passage.ts';
import { notNeeded } from '../trace.ts';

const answeredHere = notNeeded('answered-here', 'forward');

/** Answers in place of an upstream. A proxy that only asks has an upstream of its own, which must not be asked then. */
export function answerHere(
  journey: Journey,
  { query }: RequestHead,
  { route, path }: Admitted,
  own: OwnAnswer,
): Denial | undefined {
  const { call, trace, reference, live } = journey;
  if (call.onlyAsked === true) {
    const note = `Route ${route.id} answers by itself, and a proxy asked whether to forward`;
    return new Denial('forward', refusal('route_not_found'), { note });
  }
  const made = own.content?.(live.contextKeys);
  const headers = [
    ...['signet-reference', reference],
    ...own.headers(path, query),
    ...(made === undefined ? [] : ['content-length', String(made.length)]),
    ...rateLimitFields(trace.told),
    ...(route.kind === 'protected' ? ['cache-control', 'no-store'] : []),
  ];
  trace.tell(answeredHere);
  journey.status = own.status;
  call.answer.begin(own.status, journey.shape?.shape(headers, 'answer') ?? headers);
  call.answer.end(made ?? own.body);
  return undefined;
}
