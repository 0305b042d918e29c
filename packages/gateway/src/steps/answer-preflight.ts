import { canonicalPath } from '@signet/contracts';
import { preflightFields } from '../answers/cors.ts';
import { Denial } from '../denial.ts';
import type { Journey } from '../journey.ts';
import type { RequestHead } from '../request/request-head.ts';
import { ToldApart } from '../request/told-apart.ts';
import { valuesOf } from '../request/values-of.ts';
import { notNeeded } from '../trace.ts';
import type { Matched } from './passage.ts';
import { refuseNetwork } from './refuse-network.ts';

const asked = notNeeded(
  'preflight',
  ...(['extract-token', 'verify-token', 'check-revocation', 'authorize', 'limit', 'forward'] as const),
);

/**
 * Answers a browser that asks what its page may do (Fetch §4.8), by the route of what the page would send. It brings no credentials
 * then, and hears of nothing else.
 * @returns false where it is none, or of a route that leaves the answer to its upstream
 */
export function answerPreflight(journey: Journey, head: RequestHead): Denial | boolean {
  const { call, live, trace, address } = journey;
  // A proxy that only asks would forward what is allowed here.
  if (head.method !== 'OPTIONS' || call.onlyAsked === true) return false;
  const [method, ...more] = valuesOf('access-control-request-method', head.headers);
  if (method === undefined || more.length > 0 || valuesOf('origin', head.headers).length === 0) return false;
  const path = canonicalPath(head.rawPath);
  if (typeof path !== 'string') return false;
  const told = new ToldApart(head);
  const route = live.snapshot.routes.find(method, path, head.host, told);
  if (route?.rules?.cors === undefined || told.fault !== undefined) return false;
  const matched = { route, path } as Matched;
  const stranger = refuseNetwork(matched, address);
  if (stranger !== undefined) return stranger;
  const fields = preflightFields(route.rules.cors, head.headers);
  if (fields instanceof Denial) return fields;
  trace.tell({ step: 'match-route', route, path });
  trace.tell(asked);
  journey.step = 'forward';
  journey.status = 204;
  call.answer.begin(204, ['signet-reference', journey.reference, ...fields]);
  call.answer.end();
  return true;
}
