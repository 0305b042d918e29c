import { addresses, type EndpointName, refusal, type SignetRefusal } from '@signet/contracts';
import type { Caller } from './caller.ts';

/** Why a caller may not use an endpoint that asks for a scope besides; whoever holds the master key may use all. */
export function refuseScope(caller: Caller, endpoint: EndpointName | undefined): SignetRefusal | undefined {
  const required = endpoint === undefined ? undefined : addresses[endpoint].scope;
  if (required === undefined || caller.kind === 'operator' || caller.scopes.includes(required))
    return undefined;
  return caller.scopes.length === 0
    ? refusal('scope_missing.none', { required })
    : refusal('scope_missing.others', { required, carried: caller.scopes.join(' ') });
}
