import type { CanonicalPath } from '@signet/contracts';
import type { RequestBody, UpstreamRequest } from '../http1/request-head.ts';
import type { Journey } from '../journey.ts';
import type { RequestHead } from '../request/request-head.ts';
import type { Admitted } from '../steps/passage.ts';
import { requestHeaders } from '../upstream/request-headers.ts';
import type { Target } from '../upstream/target.ts';

/** An admitted request as a target gets it: the path it was decided on, behind that of the target. */
export function upstreamRequest(
  journey: Journey,
  head: RequestHead,
  admitted: Admitted,
  target: Target,
  body: RequestBody,
): UpstreamRequest {
  const { route, path } = admitted;
  const { transform } = route;
  const own = transform?.path?.(path) ?? withoutSegments(path, route.strip);
  const query = transform === undefined ? head.query : transform.query(head.query, admitted);
  return {
    method: head.method,
    target: `${target.basePath}${own}${query}`,
    host: target.host,
    headers: requestHeaders(head, admitted, journey),
    body,
    opensSocket: head.opensSocket,
  };
}

/** The path without the first `count` of its segments; it starts with a slash still. */
function withoutSegments(path: CanonicalPath, count: number): string {
  let start = 0;
  for (let left = count; left > 0 && start !== -1; left -= 1) start = path.indexOf('/', start + 1);
  return start === -1 ? '/' : path.slice(start);
}
