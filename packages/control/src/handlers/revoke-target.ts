import type { RevocationTarget, RevokeRequest } from '@signet/contracts';
import type { Handle } from '@signet/http';
import type { Revoker } from '../ports/index.ts';

/** When it answers, the gateways in reach refuse what was revoked. */
export function revokeTarget(parts: {
  readonly issuer: string;
  readonly revoker: Revoker;
}): Handle<'revoke'> {
  return async ({ body }) => {
    const wanted = toTarget(body, parts.issuer, parts.revoker.issuedSoFar());
    const { sequence, target } = await parts.revoker.revoke(wanted, 'administrator');
    return { sequence, target };
  };
}

function toTarget(request: RevokeRequest, ownIssuer: string, issuedUpTo: number): RevocationTarget {
  if ('jti' in request) return { kind: 'token', issuer: request.issuer ?? ownIssuer, jti: request.jti };
  if ('sid' in request) return { kind: 'session', issuer: ownIssuer, sid: request.sid };
  if ('client_id' in request) {
    return { kind: 'client', issuer: ownIssuer, clientId: request.client_id, issuedUpTo };
  }
  return { kind: 'subject', issuer: ownIssuer, sub: request.sub, issuedUpTo };
}
