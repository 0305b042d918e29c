import { type Address, addresses, fillPath } from './addresses.ts';
import type { EndpointName, RequestOf } from './exchanges.ts';
import type { OperatorRequest } from './operator-credential.ts';

/** Nothing to give may be left out, and so may what has no member that must be there. */
export type GivenTo<Name extends EndpointName> =
  unknown extends RequestOf<Name>
    ? readonly []
    : object extends RequestOf<Name>
      ? readonly [request?: RequestOf<Name>]
      : readonly [request: RequestOf<Name>];

/** With what stands in `If-Match`, where the endpoint has a condition. */
export interface EndpointRequest extends OperatorRequest {
  readonly ifMatch?: string;
}

/**
 * The request that asks an endpoint: what its path names stands there, the rest in the query of a GET and in the body
 * of anything else, which is a JSON object, or a form where the endpoint takes one.
 * @throws RangeError for a parameter that would change which address it is (RFC 3986 §5.2.4)
 */
export function endpointRequest<Name extends EndpointName>(
  name: Name,
  ...[request]: GivenTo<Name>
): EndpointRequest {
  const { method, path, form, conditional }: Address = addresses[name];
  const given = new Map<string, unknown>(Object.entries(request ?? {}));
  const target = fillPath(path, takeFrom(given));
  const condition = conditional ? { ifMatch: takeCondition(given) } : {};
  // What a body of DELETE means is nobody's to say (RFC 9110 §9.3.5), and some clients do not frame one.
  if (method === 'DELETE') return { method, target, ...condition, body: '' };
  if (method === 'GET') return { method, target: target + queryOf(given), body: '' };
  return {
    method,
    target,
    ...condition,
    body: form ? paramsOf(given) : JSON.stringify(Object.fromEntries(given)),
  };
}

function takeCondition(given: Map<string, unknown>): string {
  const ifMatch = String(given.get('ifMatch'));
  given.delete('ifMatch');
  return ifMatch;
}

/** Takes what is filled in out of `given`. */
function takeFrom(given: Map<string, unknown>) {
  return (parameter: string): string => {
    const value = String(given.get(parameter) ?? '');
    given.delete(parameter);
    if (['', '.', '..'].includes(value)) throw new RangeError(`${parameter} cannot stand in a path.`);
    return encodeURIComponent(value);
  };
}

function queryOf(given: ReadonlyMap<string, unknown>): string {
  const params = paramsOf(given);
  return params === '' ? '' : `?${params}`;
}

function paramsOf(given: ReadonlyMap<string, unknown>): string {
  const named = [...given].filter(([, value]) => value !== undefined);
  return String(new URLSearchParams(named.map(([name, value]) => [name, String(value)])));
}
