import { refusal } from '@signet/contracts';
import { Denial } from '../denial.ts';
import type { UpstreamRequest } from '../http1/request-head.ts';
import type { Journey } from '../journey.ts';
import type { CompiledRoute } from '../snapshot/compiled-route.ts';
import type { Admitted } from '../steps/passage.ts';
import { contextClaims } from './context-claims.ts';
import type { ContextKeys } from './context-keys.ts';
import { tokenForwarding } from './forwarded-token.ts';

/** Refuses what would have to go unsigned, and publishing keys of which none is known. */
export function refuseUnsigned(
  { contextToken }: CompiledRoute,
  keys: ContextKeys,
): Denial | undefined | Promise<Denial | undefined> {
  const ready = contextToken === undefined ? keys.renewed() : keys.ready();
  return typeof ready === 'boolean' ? unless(ready) : ready.then(unless);
}

function unless(ready: boolean): Denial | undefined {
  if (ready) return undefined;
  return new Denial('forward', refusal('signing_unavailable.context'), { headers: ['retry-after', '1'] });
}

/** The request with what its route tells the upstream of the caller by tokens: one for this sending alone, and the caller's own. */
export function withContext(
  request: UpstreamRequest,
  journey: Journey,
  admitted: Admitted,
  upstream: string,
): UpstreamRequest {
  const { contextToken } = admitted.route;
  const forwards = tokenForwarding(journey, admitted) === 'forwarded';
  if (contextToken === undefined && !forwards) return request;
  const headers = [...request.headers];
  if (forwards) headers.push('authorization', `Bearer ${journey.presented}`);
  if (contextToken !== undefined) {
    const { contextKeys } = journey.live;
    const bound = { method: request.method, target: request.target, upstream, reference: journey.reference };
    const claims = contextClaims(contextToken, admitted, bound, contextKeys.now());
    headers.push(contextToken.header, contextKeys.sign(claims));
  }
  return { ...request, headers };
}
