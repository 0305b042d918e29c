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
  return {
    method: head.method,
    target: `${target.basePath}${targetOf(head, admitted)}`,
    host: target.host,
    headers: requestHeaders(head, admitted, journey),
    body,
    opensSocket: head.opensSocket,
  };
}

/** Path and query as every target gets them, behind its own path. */
export function targetOf(head: RequestHead, admitted: Admitted): string {
  const { route, path } = admitted;
  const { transform } = route;
  const own = transform?.path?.(path) ?? withoutSegments(path, route.strip);
  return own + (transform === undefined ? head.query : transform.query(head.query, admitted));
}

/** The path without the first `count` of its segments; it starts with a slash still. */
export function withoutSegments(path: CanonicalPath, count: number): string {
  let start = 0;
  for (let left = count; left > 0 && start !== -1; left -= 1) start = path.indexOf('/', start + 1);
  return start === -1 ? '/' : path.slice(start);
}
