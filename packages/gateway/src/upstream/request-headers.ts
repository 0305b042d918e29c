import type { Call } from '../call/call.ts';
import type { Door } from '../door.ts';
import type { RequestHead } from '../request/request-head.ts';
import type { Admitted } from '../steps/passage.ts';
import { claimAt, claimText } from '../token/claim-at.ts';
import { type TraceContext, traceHeaders, withoutTrace } from '../tracing/trace-context.ts';
import { headerValue } from './header-value.ts';

/** Names this gateway in `Via` (RFC 9110 §7.6.3). */
const pseudonym = 'signet';

export interface Hop {
  readonly reference: string;
  /** Of the client's end of the connection. */
  readonly address: string;
  readonly scheme: Door['scheme'];
  readonly call: Pick<Call, 'version'>;
  /** What a check has it told: name, value, name, value … */
  readonly added?: readonly string[];
  /** Present: the upstream is told of the trace by us alone. */
  readonly context?: TraceContext | undefined;
}

/**
 * What the upstream is told: the client's own headers, already rid of everything only a gateway may say, then who
 * calls and from where. The `Authorization` of a protected route stays here; a public route's is the upstream's.
 */
export function requestHeaders(head: RequestHead, admitted: Admitted, hop: Hop): string[] {
  const { transform } = admitted.route;
  const { context, added = [] } = hop;
  const own = transform === undefined ? head.headers : transform.kept(head.headers);
  const headers = context === undefined ? own.slice() : withoutTrace(own);
  const via = `${hop.call.version} ${pseudonym}`;
  headers.push('via', head.via === '' ? via : `${head.via}, ${via}`);
  headers.push('x-forwarded-for', hop.address, 'x-forwarded-proto', hop.scheme);
  if (head.authority !== '') headers.push('x-forwarded-host', head.authority);
  headers.push('signet-reference', hop.reference);
  if (context !== undefined) headers.push(...traceHeaders(context));
  if (admitted.route.kind === 'protected') headers.push(...contextHeaders(admitted, { evenEmpty: false }));
  else for (const value of head.authorization) headers.push('authorization', value);
  headers.push(...added);
  if (transform !== undefined) headers.push(...transform.written(admitted));
  return headers;
}

/**
 * Who calls, in the headers that the route names: name, value, name, value …
 * @param evenEmpty a claim that the token does not carry makes an empty header; else none, as the client's copy is gone already
 */
export function contextHeaders(admitted: Admitted, { evenEmpty }: { readonly evenEmpty: boolean }): string[] {
  const headers: string[] = [];
  const { route } = admitted;
  if (route.kind === 'public') return headers;
  const claims = 'token' in admitted ? admitted.token.claims : {};
  for (const { name, claim } of route.context) {
    const text = claimText(claimAt(claims, claim));
    if (text !== undefined) headers.push(name, headerValue(text));
    else if (evenEmpty) headers.push(name, '');
  }
  return headers;
}
